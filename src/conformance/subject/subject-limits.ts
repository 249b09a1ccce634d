/** How much a subject may take: time that only ever ends in a fault, events and bytes. */
import { describeValue } from "../../internal/describe-value.ts";

/** Bounds on a subject. All of them have defaults. */
export interface SubjectLimits {
  /** From the start of a process to its `hello`, in ms; 30,000 unless told. */
  readonly startTimeoutMs: number;
  /** Without an answer while one is awaited, in ms; 10,000 unless told. */
  readonly answerTimeoutMs: number;
  /** That a process has to end after `bye`, and again after SIGTERM, in ms; 1,000 unless told. */
  readonly closeTimeoutMs: number;
  /** Events of one answer; 100,000 unless told. */
  readonly maxEvents: number;
  /** Bytes of one line of a process; 16 MiB unless told. */
  readonly maxLineBytes: number;
  /** Bytes that a process answers in one run; 256 MiB unless told. */
  readonly maxRunBytes: number;
}

const DEFAULTS: SubjectLimits = {
  startTimeoutMs: 30_000,
  answerTimeoutMs: 10_000,
  closeTimeoutMs: 1_000,
  maxEvents: 100_000,
  maxLineBytes: 16 * 1024 * 1024,
  maxRunBytes: 256 * 1024 * 1024,
};

/** Longer timers fire at once. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** The limits with their defaults. Throws a TypeError for an unknown one, a RangeError for one out of range. */
export function readLimits(limits: Partial<SubjectLimits> = {}): SubjectLimits {
  const read: Record<string, number> = { ...DEFAULTS };
  for (const [name, value] of Object.entries(limits)) {
    if (value === undefined) continue;
    if (!Object.hasOwn(DEFAULTS, name))
      throw new TypeError(`Cannot read limit "${name}": expected one of ${Object.keys(DEFAULTS).join(", ")}`);
    const max = name.endsWith("Ms") ? LONGEST_TIMER : Number.MAX_SAFE_INTEGER;
    if (!Number.isSafeInteger(value) || value < 1 || value > max)
      throw new RangeError(
        `Cannot read limit "${name}": expected an integer from 1 to ${max} but received ${describeValue(value)}`,
      );
    read[name] = value;
  }
  return read as unknown as SubjectLimits;
}
