/** Paths as messages show them. */
import { relative, resolve, sep } from "node:path";

import { printable } from "../../internal/report-text/printable-text.ts";

/** Name of standard input in reports. */
export const STDIN_NAME = "<stdin>";

/**
 * A path relative to the working directory where that is shorter, with forward slashes. A name with an
 * unusual start gets a `./`, because a line that starts with `::` is a command to GitHub's runner.
 */
export function shownPath(path: string, cwd: string): string {
  const full = resolve(cwd, path);
  const below = relative(cwd, full);
  const shorter = below !== "" && below.length < full.length ? below : full;
  const shown = printable(sep === "/" ? shorter : shorter.replaceAll(sep, "/"));
  return /^[\w./<]/.test(shown) ? shown : `./${shown}`;
}
