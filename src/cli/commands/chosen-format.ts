/** The format of a report: `--format`, or `--json` for short. */
import type { ParsedOptions } from "../options/option-spec.ts";
import { UsageError } from "../usage-error.ts";

/** The format that was asked for, or the default. */
export function chosenFormat<const F extends string>(
  options: ParsedOptions,
  formats: readonly F[],
  otherwise: F,
): F {
  const named = formats.find((format) => format === options.value("format"));
  if (!options.has("json")) return named ?? otherwise;
  const json = formats.find((format) => format === "json");
  if (json !== undefined && (named === undefined || named === json)) return json;
  throw new UsageError(`Cannot use --json with --format ${named}: expected one format but received two`);
}
