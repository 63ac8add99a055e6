import { join } from 'node:path';

/** The compiled server beside the compiled bench: what `npm start` runs. */
export const SERVER: readonly string[] = [join(__dirname, '..', '..', 'src', 'main.js')];
