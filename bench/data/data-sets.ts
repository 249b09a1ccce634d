/** The data sets of the benchmarks: NDJSON text from a seed, parsed when it is used. */
import { CONTROL_SIGNALS } from "../../src/contracts/signals/signal-table.ts";
import { BREAKAGES } from "./broken-rules.ts";
import type { JsonObject, SampleOptions } from "./event-samples.ts";
import { sampleRecord, sampleSignal } from "./event-samples.ts";
import { seededRandom } from "./seeded-random.ts";

/** Artifacts as lines of JSON text. */
export interface DataSet {
  readonly name: string;
  readonly about: string;
  readonly lines: readonly string[];
}

/** What a data set is made of. */
export interface DataSetOptions extends SampleOptions {
  readonly count: number;
  readonly brokenShare: number;
  readonly seed: number;
}

function mixedLines({ count, brokenShare, seed, ...options }: DataSetOptions): string[] {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, index) => {
    const isSignal = random.chance(0.5);
    const artifact = isSignal
      ? sampleSignal(random, options, CONTROL_SIGNALS[index % CONTROL_SIGNALS.length])
      : sampleRecord(random, options);
    if (random.chance(brokenShare)) breakOne(artifact, isSignal, random.pick);
    return JSON.stringify(artifact);
  });
}

function breakOne(artifact: JsonObject, isSignal: boolean, pick: <T>(from: readonly T[]) => T): void {
  const kind = isSignal ? "signal" : "record";
  pick(BREAKAGES.filter(({ only }) => only === undefined || only === kind)).apply(artifact);
}

/** Many producers: all signals, records of all classes, optional fields in thousands of combinations. */
export const mixedEvents = (options: Partial<DataSetOptions> = {}): DataSet => ({
  name: "mixed",
  about: "all signals and payload classes, optional fields in ever new combinations, 5 % broken",
  lines: mixedLines({ count: 8192, brokenShare: 0.05, seed: 20_260_209, optionalShare: 0.35, ...options }),
});

/** One producer with a fixed set of fields: the case that suits property checks best. */
export const uniformEvents = (options: Partial<DataSetOptions> = {}): DataSet => ({
  name: "uniform",
  about: "six distinct sets of fields, so that every property check meets few object shapes, 5 % broken values",
  lines: uniformLines({ count: 8192, brokenShare: 0.05, seed: 7, optionalShare: 0, ...options }),
});

const UNIFORM_SIGNALS = ["connected", "turn_open", "flow_xon"] as const;

/** Values break, but never by a missing or an additional field: the shapes stay few. */
function uniformLines({ count, brokenShare, seed }: DataSetOptions): string[] {
  const random = seededRandom(seed);
  const templates = Array.from({ length: 200 }, () => sampleRecord(random, { optionalShare: 0 }));
  const shapeOf = (artifact: JsonObject) => Object.keys(artifact).join();
  const records = [...new Map(templates.map((artifact) => [shapeOf(artifact), artifact])).values()].slice(0, 3);
  const recordShapes = new Set(records.map(shapeOf));
  const record = (): JsonObject => {
    const artifact = sampleRecord(random, { optionalShare: 0 });
    return recordShapes.has(shapeOf(artifact)) ? artifact : record();
  };
  const turnSignal = (): JsonObject => {
    const artifact = sampleSignal(random, { optionalShare: 0 }, random.pick(UNIFORM_SIGNALS));
    const scoped = artifact["event_scope"] === "turn" || artifact["signal"] === "connected";
    return scoped && !(artifact["signal"] === "connected" && artifact["event_scope"] === "turn")
      ? artifact
      : turnSignal();
  };
  return Array.from({ length: count }, () => {
    const artifact = random.chance(0.5) ? turnSignal() : record();
    if (random.chance(brokenShare)) artifact[random.pick(["session_id", "event_id"])] = "";
    return JSON.stringify(artifact);
  });
}
