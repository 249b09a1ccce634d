/** The segments of a run: the values that its turns have for a tag, or for several tags at once. */
import type { TurnMetrics } from "../../../contracts/observability/turn-metrics.ts";

/** Most segments of a run; a tag with more values than that groups nothing. */
export const MOST_SEGMENTS = 1000;

/** One segment: how the run was cut, and the values that its turns have. A tag that they lack is not there. */
export interface Segment {
  /** A tag, or several joined by `+`. */
  readonly by: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** The segment of a turn. */
export function segmentOf({ tags = {} }: TurnMetrics, by: string): Segment {
  const names = by.split("+").filter((name) => Object.hasOwn(tags, name));
  return { by, tags: Object.fromEntries(names.map((name) => [name, String(tags[name])])) };
}

/** Text that is equal for equal segments. */
export function segmentKey({ by, tags }: Segment): string {
  const values = by.split("+").map((name) => (Object.hasOwn(tags, name) ? tags[name] : null));
  return JSON.stringify([by, ...values]);
}

/** The segment as reports show it, such as `region=eu-west` or `region: none`. */
export function segmentName({ by, tags }: Segment): string {
  return by
    .split("+")
    .map((name) => (Object.hasOwn(tags, name) ? `${name}=${tags[name]}` : `${name}: none`))
    .join(", ");
}
