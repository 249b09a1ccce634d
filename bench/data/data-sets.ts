/** The data sets of the benchmarks: artifacts as lines of JSON text, the same from the same seed. */
import { readFileSync } from "node:fs";

import { CONTROL_SIGNALS } from "../../src/contracts/signals/signal-table.ts";
import { BREAKAGES } from "./broken-rules.ts";
import type { EmissionSite } from "./emission-sites.ts";
import { emissionSite } from "./emission-sites.ts";
import type { JsonObject } from "./event-samples.ts";
import { sampleRecord, sampleSignal } from "./event-samples.ts";
import type { SeededRandom } from "./seeded-random.ts";
import { seededRandom } from "./seeded-random.ts";

/** Artifacts of some kind of stream. */
export interface DataSet {
  readonly about: string;
  readonly lines: readonly string[];
}

/** How much of it, and how much of it is broken. */
export interface DataSetOptions {
  readonly count?: number;
  readonly brokenShare?: number;
}

const OPTIONAL_SHARE = 0.35;
const shapeOf = (artifact: JsonObject) => Object.keys(artifact).join();

function linesOf(
  write: (random: SeededRandom, index: number) => JsonObject,
  { count = 8192, brokenShare = 0.05 }: DataSetOptions,
  mayChangeShape = true,
): string[] {
  const random = seededRandom(20_260_209);
  return Array.from({ length: count }, (_, index) => {
    const artifact = write(random, index);
    return JSON.stringify(random.chance(brokenShare) ? broken(artifact, random, mayChangeShape) : artifact);
  });
}

/** The artifact with one broken rule; the same fields unless the shape may change. */
function broken(artifact: JsonObject, random: SeededRandom, mayChangeShape: boolean): JsonObject {
  const kind = "signal" in artifact ? "signal" : "record";
  const { apply } = random.pick(BREAKAGES.filter(({ only }) => only === undefined || only === kind));
  const copy = { ...artifact };
  apply(copy);
  const isUsable = mayChangeShape || shapeOf(copy) === shapeOf(artifact);
  return isUsable ? copy : broken(artifact, random, mayChangeShape);
}

/** Half signals, all of them in turn, and half records. */
const anyArtifact = (random: SeededRandom, index: number): JsonObject =>
  random.chance(0.5)
    ? sampleSignal(random, { optionalShare: OPTIONAL_SHARE }, CONTROL_SIGNALS[index % CONTROL_SIGNALS.length])
    : sampleRecord(random, { optionalShare: OPTIONAL_SHARE });

function sites(signals: number, records: number, optionalShare: number): EmissionSite {
  const random = seededRandom(4);
  const names = Array.from(
    { length: signals },
    (_, index) => CONTROL_SIGNALS[(index * 5) % CONTROL_SIGNALS.length],
  );
  const all = [...names, ...Array.from({ length: records }, () => undefined)].map((signal) =>
    emissionSite(random, { optionalShare }, signal),
  );
  return (seed) => seed.pick(all)(seed);
}

/** From the folder of the repository, in which `bench/run.mjs` starts every benchmark. */
const RECORDED_RUN = "examples/voice-assistant-run/events.ndjson";

/** The recorded run of the examples, again and again. */
function recordedLines({ count = 8192 }: DataSetOptions): string[] {
  const lines = readFileSync(RECORDED_RUN, "utf8").trimEnd().split("\n");
  return Array.from({ length: count }, (_, index) => lines[index % lines.length]!);
}

/** The data sets by name. */
export const dataSets: Readonly<Record<string, (options?: DataSetOptions) => DataSet>> = {
  recorded: (options = {}) => ({
    about: "the recorded voice assistant run of the examples",
    lines: recordedLines(options),
  }),
  mixed: (options = {}) => ({
    about:
      "all signals and payload classes, optional fields in ever new combinations, 5 % with a broken rule",
    lines: linesOf(anyArtifact, options),
  }),
  sites: (options = {}) => ({
    about:
      "a platform with 150 places in code that emit events, each always with the same fields, 5 % with a broken rule",
    lines: linesOf(sites(86, 64, OPTIONAL_SHARE), options),
  }),
  uniform: (options = {}) => ({
    about:
      "four places that emit events, so that every property check meets few object shapes, 5 % with a broken value",
    lines: linesOf(sites(2, 2, 0), options, false),
  }),
};
