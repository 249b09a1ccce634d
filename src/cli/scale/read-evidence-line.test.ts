import { writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { BASELINE_EXAMPLE } from "../../contracts/observability/baseline-evidence.ts";
import { turnMetricsContract } from "../../contracts/observability/turn-metrics.ts";
import { goName } from "../../evidence/go-baseline-entry.ts";
import { createMvpSloAccumulator } from "../../gates/slo/mvp-slo-accumulator.ts";
import type { CliIo } from "../cli-io.ts";
import { gatherRun } from "../gates/gather-run.ts";
import { bundleWorker, makeFolder } from "./bundled-worker.test-kit.ts";
import type { ScannedFiles } from "./join-lanes.ts";
import { readEvidenceLine } from "./read-evidence-line.ts";
import { scanTurnFiles, type TurnFilesOptions } from "./scan-turn-files.ts";
import { scanTurnStream } from "./scan-turn-stream.ts";

const folder = makeFolder();
let workerFile: URL;
beforeAll(async () => {
  workerFile = await bundleWorker(folder);
});

const record = (index: number, changes: object = {}) => ({
  ...BASELINE_EXAMPLE,
  turn_id: `turn-${index}`,
  turn_open_at_ms: (BASELINE_EXAMPLE.turn_open_at_ms ?? 0) + (index % 30),
  ...changes,
});
const inGo = (value: object) =>
  Object.fromEntries(Object.entries(value).map(([name, item]) => [goName(name), item]));
const artifact = (entries: readonly object[]) => ({
  schema_version: "v1",
  generated_at_utc: "2026-01-01T00:00:00Z",
  entries,
});
const metrics = (index: number) => ({ ...turnMetricsContract.example, turn_id: `turn-${index}` });

const canonical = fc.nat(99).map((index): unknown => record(index));
const go = fc.nat(99).map((index): unknown => inGo(record(index)));
const mixed = fc.oneof(
  canonical,
  go,
  fc.nat(99).map((index): unknown => metrics(index)),
  fc.nat(99).map((index): unknown => artifact([record(index), record(index + 1)])),
  fc.nat(99).map((index): unknown => artifact([inGo(record(index)), inGo(record(index + 1))])),
  fc.nat(99).map((index): unknown => [record(index), [metrics(index)]]),
  fc.nat(99).map((index): unknown => record(index, { plan_hash: "" })),
);
const broken = fc.constantFrom(
  "{",
  "5",
  "[]",
  "{}",
  `${JSON.stringify(record(1))}x`,
  JSON.stringify(record(1, { turn_open_at_ms: "soon" })),
  JSON.stringify(inGo(record(1, { turn_open_at_ms: -1 }))),
  JSON.stringify(artifact([record(1), { turn_id: "turn-2" }])),
  JSON.stringify(artifact([])),
  JSON.stringify({ ...metrics(1), accepted: "yes" }),
  JSON.stringify([metrics(1), 5]),
  "",
  " \r",
);
/** Lines of NDJSON, some of them broken, of which the last may lack its line feed. */
const textOf = (value: fc.Arbitrary<unknown>) =>
  fc
    .tuple(
      fc.array(fc.oneof({ weight: 4, arbitrary: value.map((one) => JSON.stringify(one)) }, broken), {
        maxLength: 14,
      }),
      fc.constantFrom("", "\n"),
    )
    .map(([lines, end]) => lines.join("\n") + end);

const silent = { show: () => {}, clear: () => {} };
const written = (name: string, text: string) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};

/** What the ordinary path makes of files, in the terms of a scan. */
async function ordinary(paths: readonly string[]): Promise<string> {
  const accumulator = createMvpSloAccumulator();
  const { malformed } = await gatherRun(
    paths.map((path) => basename(path)),
    {
      io: { cwd: folder } as CliIo,
      progress: silent,
      maxBytes: 1e9,
      maxMalformedLines: 1e9,
      onTurn: (turn) => accumulator.add(turn),
    },
  );
  return JSON.stringify([accumulator, malformed?.count ?? 0, malformed?.first ?? []]);
}

const told = ({ accumulator, malformed }: ScannedFiles) => {
  const first = malformed.first.map(({ file, line, message }) => ({ source: file, line, message }));
  return JSON.stringify([accumulator, malformed.count, first]);
};
const scan = (paths: readonly string[], options: TurnFilesOptions) =>
  scanTurnFiles(
    paths.map((path) => ({ path, name: basename(path) })),
    options,
  );

describe("a scan of evidence", () => {
  it.each([
    ["canonical", canonical],
    ["Go", go],
    ["mixed", mixed],
  ])("gives the bytes of the ordinary path wherever %s files are cut", async (name, value) => {
    const texts = fc.array(textOf(value), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 9000 }), async (contents, pieceBytes) => {
        const paths = contents.map((text, place) => written(`${name}-${place}.ndjson`, text));
        const found = await scan(paths, { pieceBytes });
        expect(told(found)).toBe(await ordinary(paths));
        expect(JSON.stringify(found)).toBe(JSON.stringify(await scan(paths, {})));
      }),
      { seed: 83, numRuns: 30 },
    );
  });

  it.each([1, 2, 5])("gives the bytes of the ordinary path with workers: %s", async (workers) => {
    const kinds = [canonical, go, mixed, mixed];
    const contents = kinds.flatMap((kind) => fc.sample(textOf(kind), { seed: 84, numRuns: 12 }));
    const paths = contents.map((text, place) => written(`workers-${workers}-${place}.ndjson`, text));
    const found = await scan(paths, { workers, pieceBytes: 3000, workerFile });
    expect(told(found)).toBe(await ordinary(paths));
    expect(found.accumulator.samples).toBeGreaterThan(20);
    expect(found.malformed.count).toBeGreaterThan(5);
  });

  it("takes lines longer than a buffer, here an artifact, in workers too", async () => {
    const entries = Array.from({ length: 2000 }, (_, index) => inGo(record(index)));
    const line = `${JSON.stringify(artifact(entries))}\n`;
    const path = written("long.ndjson", `${line}${JSON.stringify(metrics(1))}\n${line}`);
    const found = await scan([path], { workers: 2, pieceBytes: 1000, workerFile });
    expect(found).toMatchObject({ lines: 3, malformed: { count: 0 }, accumulator: { samples: 4001 } });
    expect(told(found)).toBe(await ordinary([path]));
  });

  it("reads a stream alike", async () => {
    const [text] = fc.sample(textOf(mixed), { seed: 85, numRuns: 1 });
    const path = written("stream.ndjson", text!);
    const stream = (async function* () {
      yield new TextEncoder().encode(text);
    })();
    expect(told(await scanTurnStream(stream, { name: "stream.ndjson" }))).toBe(await ordinary([path]));
  });

  it("says where a broken record goes wrong", async () => {
    const text = `${JSON.stringify(record(1))}\n{"turn_id":"t","plan_hash":5,"decision_outcomes":[]}\n`;
    const found = await scan([written("where.ndjson", text)], {});
    const [first] = found.malformed.first;
    expect(first).toMatchObject({ file: "where.ndjson", line: 2 });
    expect(first?.column).toBeGreaterThan(0);
  });
});

describe("readEvidenceLine", () => {
  it("gives the turns of a value, or what is wrong with it first and no turn", () => {
    expect(readEvidenceLine([record(1), inGo(record(2))])).toMatchObject([
      { turn_id: "turn-1" },
      { turn_id: "turn-2" },
    ]);
    expect(readEvidenceLine([record(1), 5])).toEqual({
      path: "/1",
      message:
        "Cannot read evidence: expected a baseline artifact, baseline evidence or turn metrics but received 5",
    });
  });
});
