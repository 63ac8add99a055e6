/** Where the code of a letter is typed. Its name tells nothing of what is behind it. */
export const AGENCY_PATH = '/agencies/answer';
