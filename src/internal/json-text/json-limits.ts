/** How much JSON a reader takes on: bounds that keep hostile text cheap to refuse. */
export interface JsonLimits {
  /** Most objects and arrays inside each other; 64 unless set. */
  readonly maxDepth?: number;
  /** Most UTF-16 code units of a string, or bytes of a byte array; 16 Mi unless set. */
  readonly maxLength?: number;
}

export const DEFAULT_JSON_LIMITS: Required<JsonLimits> = { maxDepth: 64, maxLength: 16 * 1024 * 1024 };

/**
 * The limits to use. NaN is refused here because every comparison with it is false, which would turn a
 * miscalculated limit into no limit.
 */
export function resolveJsonLimits(limits: JsonLimits | undefined): Required<JsonLimits> {
  if (limits === undefined) return DEFAULT_JSON_LIMITS;
  const resolved = {
    maxDepth: limits.maxDepth ?? DEFAULT_JSON_LIMITS.maxDepth,
    maxLength: limits.maxLength ?? DEFAULT_JSON_LIMITS.maxLength,
  };
  for (const [name, value] of Object.entries(resolved)) {
    if (!(value >= 0))
      throw new RangeError(`Cannot use ${name}: expected a number >= 0 but received ${value}`);
  }
  return resolved;
}
