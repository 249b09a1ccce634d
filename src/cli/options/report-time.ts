/**
 * The time that a report is made at: `--now`, else `SOURCE_DATE_EPOCH` (the convention of reproducible builds), else
 * the clock. The only place of the program where a report can learn the time.
 */
import { RFC_3339 } from "../../contracts/core/time-pattern.ts";
import { quote } from "../../internal/quote.ts";
import type { CliIo } from "../cli-io.ts";
import { UsageError } from "../usage-error.ts";

/** The time as RFC 3339 text in UTC, in whole seconds unless `--now` is finer. */
export function reportTime(now: string | undefined, { env }: Pick<CliIo, "env">): string {
  return givenTime(now, { env }) ?? textOf(new Date());
}

/** The time where somebody gave one, so that equal calls give equal bytes by default. */
export function givenTime(now: string | undefined, { env }: Pick<CliIo, "env">): string | undefined {
  if (now !== undefined) {
    if (RFC_3339.test(now) && now.endsWith("Z")) return now;
    throw new UsageError(
      `Cannot use --now: expected an RFC 3339 time in UTC but received ${quote(now)}`,
      "Write it as in --now 2026-03-01T00:00:00Z",
    );
  }
  const epoch = env["SOURCE_DATE_EPOCH"];
  if (epoch === undefined || epoch === "") return undefined;
  if (/^\d{1,11}$/.test(epoch)) return textOf(new Date(Number(epoch) * 1000));
  throw new UsageError(
    `Cannot use SOURCE_DATE_EPOCH: expected whole seconds since 1970 but received ${quote(epoch)}`,
  );
}

const textOf = (date: Date): string => `${date.toISOString().slice(0, 19)}Z`;
