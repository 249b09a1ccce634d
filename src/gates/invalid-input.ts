/**
 * Refusal of input that a gate cannot be evaluated on.
 *
 * A gate fails closed: a broken sample or option is never skipped, because a sample that is left out of a
 * percentile makes a bad run look good. These are misuse, hence throws; a failing run is a verdict.
 */
import { describeValue } from "../internal/describe-value.ts";
import type { InputShape } from "../internal/input-shape.ts";

/**
 * Gives the value back if it has the shape, else throws a RangeError, or a TypeError if it has a wrong type,
 * that names the path to what is wrong, such as `samples[3].turn_open_at_ms`.
 */
export function requireShape<T>(path: string, value: unknown, shape: InputShape<T>): T {
  const misfit = shape(value);
  if (!misfit) return value as T;
  const { expected, received, isOutOfRange } = misfit;
  const message = `Cannot evaluate ${path}${misfit.path}: expected ${expected} but received ${describeValue(received)}`;
  throw new (isOutOfRange ? RangeError : TypeError)(message);
}
