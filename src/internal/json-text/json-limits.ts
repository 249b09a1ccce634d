/**
 * How much JSON a reader takes on: bounds that keep hostile text cheap to refuse.
 *
 * Readers ask `!(size <= limit)`, never `size > limit`, so that a limit that was miscalculated to NaN
 * refuses everything instead of nothing.
 */
export interface JsonLimits {
  /** Most objects and arrays inside each other; 64 unless set. */
  readonly maxDepth?: number | undefined;
  /** Most UTF-16 code units of a string, or bytes of a byte array; 16 Mi unless set. */
  readonly maxLength?: number | undefined;
}

/** Most objects and arrays inside each other. */
export const DEFAULT_MAX_DEPTH = 64;
/** 16 Mi UTF-16 code units, or bytes. */
export const DEFAULT_MAX_LENGTH = 16 * 1024 * 1024;
