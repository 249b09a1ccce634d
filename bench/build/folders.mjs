/** Where things are. */
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the benchmarks. */
export const BENCH = fileURLToPath(new URL("..", import.meta.url));

/** The folder of the package. */
export const ROOT = join(BENCH, "..");

/** What a run makes; beneath node_modules so that packages resolve and no tool looks into it. */
export const WORK = join(BENCH, "node_modules/.cache/rspp-bench");
