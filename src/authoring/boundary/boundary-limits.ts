/** How much a node outside may take before it is ended. */
import { describeValue } from "../../internal/describe-value.ts";

/** Limits of a boundary. Times in ms of real time: outside, a hang is a real one. */
export interface BoundaryLimits {
  /** Longest time until the node has done what there is to do at one virtual instant; 500 unless told. */
  readonly answer_ms: number;
  /** Longest time from its start until it has said what it is; 10,000 unless told. */
  readonly start_ms: number;
  /** Bytes that it may write at one virtual instant; 16 MiB unless told. */
  readonly max_bytes: number;
  /** CPU time that one call of a hook may take, in ms; no limit unless told. */
  readonly max_cpu_ms?: number;
}

const DEFAULTS: BoundaryLimits = { answer_ms: 500, start_ms: 10_000, max_bytes: 16 * 1024 * 1024 };

/** What a node outside may use where its resources do not say, in MiB. */
export const DEFAULT_MEMORY_MB = 512;

/** Longer timers fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;
const NAMES = [...Object.keys(DEFAULTS), "max_cpu_ms"];

/** The limits with their defaults. Throws a TypeError for an unknown one, a RangeError for one out of range. */
export function readBoundaryLimits(limits: Partial<BoundaryLimits> = {}): BoundaryLimits {
  const given = Object.entries(limits).filter(([, value]) => value !== undefined);
  for (const [name, value] of given) {
    if (!NAMES.includes(name))
      throw new TypeError(
        `Cannot read the limits: expected ${NAMES.join(", ")} but received ${describeValue(name)}`,
      );
    const isInRange = Number.isSafeInteger(value) && value >= 1 && value <= LONGEST_TIMER;
    if (!isInRange)
      throw new RangeError(
        `Cannot read limit "${name}": expected an integer from 1 to ${LONGEST_TIMER} but received ${describeValue(value)}`,
      );
  }
  return { ...DEFAULTS, ...Object.fromEntries(given) };
}
