/** The one field of a form that may carry files. */
export const FILES_FIELD = 'files';

/**
 * How much a form may carry, in bytes and pieces; the one place where it is said. A telephone's photograph has 2–6 MB,
 * a scanned letter of ten pages about as much; five of them at once is what people send (DOMAIN §2).
 */
export const FILE_LIMITS = {
  /** 10 MB a file. */
  file: 10 * 1024 * 1024,
  /** 5 files a form. */
  files: 5,
  /** 50 MB a case, originals counted. */
  case: 50 * 1024 * 1024,
} as const;
