/** Finds the module that scanning workers run. */
import { existsSync } from "node:fs";

/** Beside the program, or below the chunk that the bundler put this module into. */
const PLACES = ["./scan-worker.js", "./cli/scan-worker.js"];

/** Its URL; undefined where there is none, as when the sources are run without a build. */
export function findWorkerFile(from: string = import.meta.url): URL | undefined {
  return PLACES.map((place) => new URL(place, from)).find((url) => existsSync(url));
}
