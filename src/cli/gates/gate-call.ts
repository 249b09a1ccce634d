/** What a call of `gates` asks for, read from its options. */
import type { CompareEvidenceOptions } from "../../gates/regression/regression-options.ts";
import type { GateProfileSettings } from "../../gates/slo/profile/gate-profile-settings.ts";
import { quote } from "../../internal/quote.ts";
import type { CliIo } from "../cli-io.ts";
import { readThresholds } from "../evidence/read-thresholds.ts";
import { shownPath } from "../input/input-path.ts";
import { DEFAULT_MAX_BYTES } from "../input/read-input.ts";
import { parseByteSize } from "../options/byte-size.ts";
import type { ParsedOptions } from "../options/option-spec.ts";
import { givenTime } from "../options/report-time.ts";
import { type MalformedLimit, parseMalformedLimit } from "../scale/malformed-limit.ts";
import { UsageError } from "../usage-error.ts";
import { loadGateProfile } from "./load-gate-profile.ts";

/** Where the end-to-end latency ends. */
export const ANCHORS = ["auto", "playback", "terminal"] as const;

/** How turns of two runs may be paired. */
export const PAIRINGS = ["none", "turn_id"] as const;

/** A call. */
export interface GateCall {
  readonly settings: GateProfileSettings;
  /** Inputs of the run. */
  readonly paths: readonly string[];
  /** Inputs of the baseline; none: nothing is compared. */
  readonly baseline: readonly string[];
  readonly pairBy: NonNullable<CompareEvidenceOptions["pairBy"]>;
  /** Tags that every turn of the run gets, over those of its evidence. */
  readonly tags: Readonly<Record<string, string>>;
  readonly now: string | undefined;
  readonly maxBytes: number;
  readonly malformedLimit: MalformedLimit;
  /** Worker threads that scan the run; undefined: the turns are read one by one and kept as far as reports need. */
  readonly workers: number | undefined;
}

/** Reads a call. Throws UsageError for what is no call. */
export async function readGateCall(options: ParsedOptions, io: CliIo): Promise<GateCall> {
  const { positionals } = options;
  if (positionals.length === 0) {
    throw new UsageError(
      "Cannot evaluate the gates: expected at least 1 evidence file or - but received none",
      "Run rspp-contracts gates --help",
    );
  }
  const baseline = options.values("baseline");
  if ([...positionals, ...baseline].filter((path) => path === "-").length > 1) {
    throw new UsageError("Cannot read standard input twice: expected - once but received it more often");
  }
  const packed = [...positionals, ...baseline].find((path) => path.endsWith(".gz"));
  if (packed !== undefined && options.value("workers") === undefined) {
    throw new UsageError(
      `Cannot read ${shownPath(packed, io.cwd)}: expected text but received the name of a compressed file`,
      "Scan it with --workers 1, or unpack it into standard input: gunzip -c file.gz | rspp-contracts gates -",
    );
  }
  const pairBy = PAIRINGS.find((known) => known === options.value("pair-by")) ?? "none";
  if (pairBy !== "none" && baseline.length === 0) {
    throw new UsageError(
      "Cannot pair turns: expected a run to compare with but received none",
      "Give it with --baseline",
    );
  }
  const settings = await settingsOf(options, io);
  return {
    settings,
    paths: positionals,
    baseline,
    pairBy,
    tags: tagsOf(options.values("tag")),
    now: givenTime(options.value("now"), io),
    malformedLimit: malformedLimit(options, settings),
    workers: workerCount(options.value("workers")),
    maxBytes: parseByteSize("--max-bytes", options.value("max-bytes") ?? String(DEFAULT_MAX_BYTES)),
  };
}

/** The profile, changed by the options that say otherwise. */
async function settingsOf(options: ParsedOptions, { cwd }: CliIo): Promise<GateProfileSettings> {
  const profile = await loadGateProfile(options.value("profile") ?? "mvp", cwd);
  const limits = options.value("thresholds");
  const anchor = ANCHORS.find((known) => known === options.value("anchor"));
  const cuts = options.values("segment-by").flatMap((list) => list.split(","));
  if (cuts.some((cut) => cut === "")) {
    throw new UsageError("Cannot use --segment-by: expected names of tags but received an empty one");
  }
  return {
    ...profile,
    ...(options.has("strict") && { mode: "strict" as const }),
    ...(anchor !== undefined && { anchor }),
    ...(options.has("no-end-to-end") && { requireEndToEnd: false }),
    ...(limits !== undefined && {
      thresholds: { ...profile.thresholds, ...(await readThresholds(limits, cwd)) },
    }),
    ...(cuts.length > 0 && { segmentBy: cuts }),
  };
}

function malformedLimit(options: ParsedOptions, { maxMalformedLines }: GateProfileSettings): MalformedLimit {
  const given = options.value("max-malformed-lines") ?? String(maxMalformedLines);
  const limit = parseMalformedLimit("--max-malformed-lines", given);
  if (limit.share === undefined || options.value("workers") !== undefined) return limit;
  throw new UsageError(
    `Cannot use --max-malformed-lines ${given}: expected a number of lines, since a share is only known of a scanned run`,
    "Write a number, or scan with --workers",
  );
}

function workerCount(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^[1-9]\d{0,2}$/.test(text)) return Number(text);
  throw new UsageError(`Cannot use --workers: expected a number from 1 to 999 but received ${quote(text)}`);
}

function tagsOf(given: readonly string[]): Record<string, string> {
  const tags = given.map((text): [string, string] => {
    const [, name, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
    if (name !== undefined && value !== undefined) return [name, value];
    throw new UsageError(
      `Cannot use --tag: expected a name and a value but received ${quote(text)}`,
      "Write it as in --tag region=eu-west",
    );
  });
  return Object.fromEntries(tags);
}
