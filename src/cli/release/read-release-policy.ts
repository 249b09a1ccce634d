/** Reads what a call of `release` asks of its evidence: the policy file, the oldest age, and the time. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";

import { type ReadinessPolicy, requireReadinessPolicy } from "../../gates/release/readiness-policy.ts";
import { parseWireText } from "../../internal/json-text/parse-wire-text.ts";
import { quote } from "../../internal/quote.ts";
import { unreadablePath } from "../input/find-inputs.ts";
import { shownPath } from "../input/input-path.ts";
import { UsageError } from "../usage-error.ts";

/** The policy in a JSON file; without one, the default. */
export async function readReleasePolicy(path: string | undefined, cwd: string): Promise<ReadinessPolicy> {
  if (path === undefined) return {};
  const name = shownPath(path, cwd);
  const bytes = await readFile(resolve(cwd, path)).catch(async (error: unknown) => {
    throw await unreadablePath(error, { path, cwd });
  });
  const parsed = parseWireText(new Uint8Array(bytes));
  if (!parsed.ok) {
    throw new UsageError(`Cannot use policy ${name}: expected JSON but received ${parsed.problems[0]?.code}`);
  }
  try {
    return requireReadinessPolicy(parsed.value);
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    throw new UsageError(`${error.message} (${name})`);
  }
}

const UNITS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 };

/** The milliseconds of `--max-age 24h`. */
export function parseMaxAge(text: string): number {
  const [, digits, unit] = /^(\d{1,9})(ms|s|m|h|d)$/.exec(text) ?? [];
  const ms = Number(digits) * (UNITS[unit ?? ""] ?? Number.NaN);
  if (Number.isSafeInteger(ms)) return ms;
  throw new UsageError(
    `Cannot use --max-age: expected a number and a unit but received ${quote(text)}`,
    "Write it as in --max-age 24h; units are ms, s, m, h and d",
  );
}
