import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";

import { turnMetricsContract } from "../../contracts/observability/turn-metrics.ts";
import { createMvpSloAccumulator } from "../../gates/slo/mvp-slo-accumulator.ts";
import { UsageError } from "../usage-error.ts";
import { bundleWorker, makeFolder, wrongWorker } from "./bundled-worker.test-kit.ts";
import type { ScannedFiles } from "./join-lanes.ts";
import { scanTurnFiles } from "./scan-turn-files.ts";
import { scanTurnStream } from "./scan-turn-stream.ts";

const folder = makeFolder();
let workerFile: URL;
beforeAll(async () => {
  workerFile = await bundleWorker(folder);
});

const { tags: _tags, ...example } = turnMetricsContract.example;
const turn = (index: number, changes: object = {}) =>
  JSON.stringify({ ...example, turn_id: `turn-${index}`, turn_open_at_ms: 80 + (index % 30), ...changes });

const written = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};
const bytes = (scan: ScannedFiles) => JSON.stringify(scan);
const filesAt = (paths: readonly string[]) => paths.map((path) => ({ path, name: basename(path) }));

/** Lines of all kinds, with line feeds, of which the last may lack its own. */
const text = fc
  .tuple(
    fc.array(
      fc.oneof(
        { weight: 6, arbitrary: fc.nat(99).map((index) => turn(index)) },
        fc.nat(99).map((index) => `${turn(index, { turn_open_at_ms: undefined })}\r`),
        fc.nat(99).map((index) => turn(index, { turn_id: "tür" })),
        fc.constantFrom("", "  ", "{", '{"turn_id":1}', turn(1, { turn_open_at_ms: -1 }), `${turn(1)}x`),
      ),
      { maxLength: 25 },
    ),
    fc.constantFrom("", "\n"),
  )
  .map(([lines, end]) => lines.join("\n") + end);
const texts = fc.array(text, { minLength: 1, maxLength: 3 });

describe("scanTurnFiles", () => {
  it("gives the same bytes wherever the files are cut", async () => {
    await fc.assert(
      fc.asyncProperty(texts, fc.integer({ min: 1, max: 2000 }), async (contents, pieceBytes) => {
        const paths = contents.map((content, place) => written(`cut-${place}.ndjson`, content));
        const whole = await scanTurnFiles(filesAt(paths));
        expect(bytes(await scanTurnFiles(filesAt(paths), { pieceBytes }))).toBe(bytes(whole));
      }),
      { seed: 81, numRuns: 100 },
    );
  });

  it("gives the same bytes for any number of workers", async () => {
    const [contents] = fc.sample(fc.array(text, { minLength: 12, maxLength: 12 }), { seed: 82, numRuns: 1 });
    const paths = contents!.map((content, place) => written(`many-${place}.ndjson`, content));
    const whole = bytes(await scanTurnFiles(filesAt(paths)));
    for (const [workers, pieceBytes] of [
      [2, 300],
      [3, 5000],
      [4, 1000],
    ]) {
      const scan = await scanTurnFiles(filesAt(paths), {
        workers: workers!,
        pieceBytes: pieceBytes!,
        workerFile,
      });
      expect(bytes(scan)).toBe(whole);
    }
  });

  it("gives the verdict of the accumulator, with the options of the gates", async () => {
    const gates = { thresholds: { turn_open_decision_p95_ms: 90 }, maxViolationsPerCode: 2 };
    const lines = Array.from({ length: 500 }, (_, index) =>
      turn(index, index % 50 ? {} : { accepted: false }),
    );
    const accumulator = createMvpSloAccumulator(gates);
    for (const line of lines) accumulator.add(JSON.parse(line));
    const path = written("verdict.ndjson", lines.join("\n"));
    for (const workers of [1, 2]) {
      const scan = await scanTurnFiles(filesAt([path]), { gates, workers, pieceBytes: 9999, workerFile });
      expect(JSON.stringify(scan.accumulator)).toBe(JSON.stringify(accumulator));
      expect(scan).toMatchObject({ lines: 500, malformed: { count: 0, first: [] } });
    }
  });

  it("says where malformed lines are, the first of them, and counts all", async () => {
    const broken = `${turn(1)}\n\n{"turn_id": x}\n${turn(2, { turn_open_at_ms: -1 })}\n`;
    const paths = [written("good.ndjson", `${turn(1)}\n`), written("broken.ndjson", broken.repeat(9))];
    const scan = await scanTurnFiles(filesAt(paths), { maxMalformedKept: 3, pieceBytes: 700 });
    expect(scan).toMatchObject({ lines: 37, malformed: { count: 18 } });
    expect(scan.malformed.first.map(({ file, line }) => `${file}:${line}`)).toEqual([
      "broken.ndjson:3",
      "broken.ndjson:4",
      "broken.ndjson:7",
    ]);
    expect(scan.malformed.first[0]?.column).toBe(13);
  });

  it("reads compressed files, and streams, alike", async () => {
    const content = Array.from({ length: 300 }, (_, index) => turn(index)).join("\n");
    const plain = written("plain.ndjson", content);
    const packed = written("packed.ndjson.gz", gzipSync(content));
    const whole = bytes(await scanTurnFiles([{ path: plain, name: "turns" }]));
    const unpacked = await scanTurnFiles([{ path: packed, name: "turns" }], { pieceBytes: 100 });
    expect(bytes(unpacked)).toBe(whole);
    const chunks = (async function* () {
      for (let start = 0; start < content.length; start += 1000)
        yield readFileSync(plain).subarray(start, start + 1000);
    })();
    expect(bytes(await scanTurnStream(chunks, { name: "turns" }))).toBe(whole);
  });

  it("tells how far it has come", async () => {
    const path = written("progress.ndjson", `${turn(1)}\n`.repeat(100));
    const seen: number[] = [];
    await scanTurnFiles(filesAt([path]), { pieceBytes: 2000, onProgress: (scanned) => seen.push(scanned) });
    expect(seen.length).toBeGreaterThan(5);
    expect(seen.at(-1)).toBe(readFileSync(path).length);
  });
});

describe("a scan that cannot be finished", () => {
  const scanWith = (code: string) => {
    const path = written("lost.ndjson", `${turn(1)}\n`.repeat(100));
    return scanTurnFiles(filesAt([path]), {
      workers: 2,
      pieceBytes: 2000,
      workerFile: wrongWorker(folder, code),
    });
  };

  it.each([
    ["ends", "process.exit(3)", "lost the worker: it ended with exit code 3"],
    ["throws", 'throw new Error("broken pipe")', "lost the worker: broken pipe"],
    ["outgrows its memory", "const all = []; for (;;) all.push([all.length])", "lost the worker: "],
  ])("is an error when a worker %s", async (_name, code, message) => {
    await expect(scanWith(code)).rejects.toThrow(message);
  });

  it("is an error when there is no worker to start", async () => {
    const path = written("lost.ndjson", `${turn(1)}\n`.repeat(100));
    const missing = new URL("missing.mjs", workerFile);
    const scan = scanTurnFiles(filesAt([path]), { workers: 2, pieceBytes: 2000, workerFile: missing });
    await expect(scan).rejects.toThrow(
      /^Cannot scan bytes \d+ to \d+ of .*lost\.ndjson: expected an answer but lost the worker/,
    );
  });

  it.each([1, 3])("says which file cannot be read, with workers: %s", async (workers) => {
    const good = written("good.ndjson", `${turn(1)}\n`);
    const scan = (path: string) =>
      scanTurnFiles(filesAt([good, path]), { workers, pieceBytes: 100, workerFile });
    await expect(scan(join(folder, "absent.ndjson"))).rejects.toThrow(
      new UsageError("Cannot read absent.ndjson: expected a readable file but received nothing at that path"),
    );
    await expect(scan(folder)).rejects.toThrow("expected a readable file but received a directory");
    const cut = written("cut.gz", gzipSync(`${turn(1)}\n`.repeat(100)).subarray(0, -10));
    await expect(scan(cut)).rejects.toThrow(
      new UsageError(
        "Cannot unpack cut.gz: expected whole gzip data but received broken data (unexpected end of file)",
      ),
    );
  });

  it("is an error when a file becomes shorter on the way", async () => {
    const path = written("shrinking.ndjson", `${turn(1)}\n`.repeat(100));
    const onProgress = () => writeFileSync(path, "");
    await expect(scanTurnFiles(filesAt([path]), { pieceBytes: 2000, onProgress })).rejects.toThrow(
      "Cannot read shrinking.ndjson: expected a file that stays as it is but received one that became shorter",
    );
  });

  it("is misuse when the options are wrong, wherever the scan would have run", async () => {
    const path = written("good.ndjson", `${turn(1)}\n`.repeat(100));
    const gates = { anchor: "sometimes" as "auto" };
    const scan = scanTurnFiles(filesAt([path]), { gates, workers: 2, pieceBytes: 2000, workerFile });
    await expect(scan).rejects.toThrow("Cannot evaluate options.anchor");
  });
});
