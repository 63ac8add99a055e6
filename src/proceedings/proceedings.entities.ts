import { Proceeding } from './proceeding.entity';
import { Ruling } from './ruling.entity';

export const PROCEEDINGS_ENTITIES = [Ruling, Proceeding];
