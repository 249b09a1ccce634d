/** Sizes in bytes, as options take them and messages show them. */
import { quote } from "../../internal/quote.ts";
import { UsageError } from "../usage-error.ts";

const UNITS: Readonly<Record<string, number>> = { "": 1, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };

/** Largest size: a string of the engine holds no more than this. */
const MOST = 512 * 1024 ** 2 - 32;

/** The bytes of `--max-bytes 64MiB` or `--max-bytes 1000`. */
export function parseByteSize(option: string, text: string): number {
  const match = /^(\d{1,15})(KiB|MiB|GiB)?$/.exec(text);
  const bytes = match === null ? Number.NaN : Number(match[1]) * (UNITS[match[2] ?? ""] ?? 1);
  if (bytes >= 1 && bytes <= MOST) return bytes;
  throw new UsageError(
    `Cannot use ${option}: expected a size from 1 to ${MOST} bytes but received ${quote(text)}`,
    `Write bytes, or a unit as in ${option} 64MiB; NDJSON files may have any size`,
  );
}

/** A size with one decimal in the largest unit that fits. */
export function formatByteSize(bytes: number): string {
  const [unit, size] = Object.entries(UNITS).findLast(([, least]) => bytes >= least) ?? ["", 1];
  if (unit === "") return `${bytes} bytes`;
  return `${Number((bytes / size).toFixed(1))} ${unit}`;
}
