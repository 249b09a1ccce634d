/** Reads limits from a file, strictly: a mistyped limit would leave the default in force without a word. */
import { readMvpSloOptions } from "../../gates/slo/slo-options.ts";
import { DEFAULT_MVP_SLO_THRESHOLDS, type MvpSloThresholds } from "../../gates/slo/slo-thresholds.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { nearest } from "../../internal/edit-distance.ts";
import { pointerStep } from "../../internal/json-pointer.ts";
import { parseWireText } from "../../internal/json-text/parse-wire-text.ts";
import { quote } from "../../internal/quote.ts";
import { shownPath } from "../input/input-path.ts";
import { readSmallFile, SMALL_FILE_BYTES } from "../input/read-small-file.ts";
import { UsageError } from "../usage-error.ts";

/** The limits in a JSON file, such as `{"first_output_p95_ms": 900}`; limits that it leaves out keep their default. */
export async function readThresholds(path: string, cwd: string): Promise<Partial<MvpSloThresholds>> {
  const name = shownPath(path, cwd);
  const bytes = await readSmallFile(path, { cwd, what: "limits" });
  const reading = parseWireText(bytes, { maxLength: SMALL_FILE_BYTES });
  if (!reading.ok) {
    const [problem] = reading.problems;
    throw new UsageError(`${name}:${problem?.line}:${problem?.column} ${problem?.message}`, problem?.hint);
  }
  const { value } = reading;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new UsageError(
      `Cannot use ${name}: expected an object of limits but received ${describeValue(value)}`,
      'Write it as {"first_output_p95_ms": 900}',
    );
  }
  for (const [limit, given] of Object.entries(value)) {
    const refusal = refusalOf(limit, given);
    if (refusal === undefined) continue;
    const { line, column } = reading.locate(pointerStep(limit)) ?? { line: 1, column: 1 };
    throw new UsageError(`${name}:${line}:${column} ${refusal.message}`, refusal.hint);
  }
  return value as Partial<MvpSloThresholds>;
}

const LIMITS = Object.keys(DEFAULT_MVP_SLO_THRESHOLDS);

/** Why the gates do not take a limit. What a value may be is known to the gates alone. */
function refusalOf(limit: string, given: unknown): { message: string; hint?: string } | undefined {
  if (!LIMITS.includes(limit)) {
    const near = nearest(limit, LIMITS);
    const hint = near === undefined ? `Limits: ${LIMITS.join(", ")}` : `Did you mean ${near}?`;
    return { message: `Cannot use ${quote(limit)}: expected the name of a limit`, hint };
  }
  try {
    readMvpSloOptions({ thresholds: { [limit]: given } });
    return undefined;
  } catch (error) {
    if (!(error instanceof TypeError || error instanceof RangeError)) throw error;
    return { message: error.message.replace("Cannot evaluate options.thresholds.", "Cannot use ") };
  }
}
