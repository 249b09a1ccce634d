/** When runs begin, for every subject alike: the monotonic clock at 0, so that times in reports are small. */
import type { RunStart } from "../../reference/reference-runtime.ts";
import { WALL_CLOCK_START } from "../judge/judge-run.ts";
import type { RunScript } from "./subject.ts";

/** What the `reset` of a run says. */
export const runStart = ({ seed }: RunScript): RunStart => ({
  seed,
  runtime_timestamp_ms: 0,
  wall_clock_timestamp_ms: WALL_CLOCK_START,
});
