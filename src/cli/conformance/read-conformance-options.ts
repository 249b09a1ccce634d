/** The options of the command as those of the runner. */
import type { NewEntry } from "../../conformance/baseline/update-baseline.ts";
import type { CheckCategory, ConformanceProfileName } from "../../conformance/check/check.ts";
import type { ConformanceOptions } from "../../conformance/runner/conformance-options.ts";
import { quote } from "../../internal/quote.ts";
import type { ParsedOptions } from "../options/option-spec.ts";
import { UsageError } from "../usage-error.ts";

const DAY_MS = 86_400_000;
const LIFETIME_DAYS = 90;

const list = (text: string | undefined): string[] =>
  (text ?? "").split(",").flatMap((word) => (word.trim() === "" ? [] : [word.trim()]));

/** What to run, and how long a subject may take for an answer. */
export function conformanceOptions(
  options: ParsedOptions,
): ConformanceOptions & { readonly timeoutMs?: number } {
  const checks = [...list(options.value("pack")), ...list(options.value("check"))];
  const [profile, category, path] = ["profile", "category", "path"].map((name) => options.value(name));
  const [seed, timeoutMs] = ["seed", "timeout-ms"].map((name) => wholeNumber(options, name));
  return {
    ...(profile !== undefined && { profile: profile as ConformanceProfileName }),
    ...(category !== undefined && { category: category as CheckCategory }),
    ...(checks.length > 0 && { checks }),
    ...(seed !== undefined && { seed }),
    ...(path !== undefined && { path }),
    ...(timeoutMs !== undefined && { timeoutMs }),
  };
}

function wholeNumber(options: ParsedOptions, name: string): number | undefined {
  const text = options.value(name);
  if (text === undefined) return undefined;
  if (/^\d{1,10}$/.test(text) && Number(text) <= 0xffffffff) return Number(text);
  throw new UsageError(
    `Cannot use --${name}: expected an integer from 0 to 4294967295 but received ${quote(text)}`,
  );
}

/** What new entries of a baseline say. `today` is a date such as 2026-12-31. */
export function newEntry(options: ParsedOptions, today: string): NewEntry {
  const expires =
    options.value("expires") ??
    new Date(Date.parse(today) + LIFETIME_DAYS * DAY_MS).toISOString().slice(0, 10);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(expires) || Number.isNaN(Date.parse(expires)))
    throw new UsageError(
      `Cannot use --expires: expected a date such as 2026-12-31 but received ${quote(expires)}`,
    );
  const [reason, issue, owner] = ["reason", "issue", "owner"].map((name) => demanded(options, name)) as [
    string,
    string,
    string,
  ];
  return { reason, issue, owner, expires };
}

function demanded(options: ParsedOptions, name: string): string {
  const value = options.value(name);
  if (value !== undefined && value.trim() !== "") return value;
  throw new UsageError(
    `Cannot update the baseline: expected --${name} but received none`,
    "A known failure has a reason, an issue and an owner",
  );
}
