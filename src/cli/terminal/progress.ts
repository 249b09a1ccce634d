/** A line on the terminal that says how far long work has come; silent everywhere else. */
import { shortened } from "../../internal/report-text/printable-text.ts";
import type { CliIo } from "../cli-io.ts";

/** Shows progress. */
export interface Progress {
  /** Cheap enough to be called for every chunk. */
  show(text: string): void;
  /** Takes the line away, so that a report can be written. */
  clear(): void;
}

const EVERY_MS = 100;
const ERASE_LINE = "\r\u001b[2K";

/** Progress on standard error; nothing is shown for work that ends within a fraction of a second. */
export function createProgress({ stderr, isTTY, env }: CliIo, now: () => number = Date.now): Progress {
  if (!isTTY.stderr || env["TERM"] === "dumb" || env["CI"]) return { show: () => {}, clear: () => {} };
  let nextAt = now() + 3 * EVERY_MS;
  let isShown = false;
  return {
    show(text) {
      if (now() < nextAt) return;
      nextAt = now() + EVERY_MS;
      isShown = true;
      stderr.write(`${ERASE_LINE}${shortened(text, 78)}`);
    },
    clear() {
      if (isShown) stderr.write(ERASE_LINE);
      isShown = false;
    },
  };
}
