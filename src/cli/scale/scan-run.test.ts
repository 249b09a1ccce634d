import { join } from "node:path";
import { expect, it } from "vitest";

import { turnMetricsContract } from "../../contracts/observability/turn-metrics.ts";
import { evaluateMvpSloGates } from "../../gates/slo/evaluate-mvp-slo-gates.ts";
import { createMvpSloAccumulator } from "../../gates/slo/mvp-slo-accumulator.ts";
import type { CliIo } from "../cli-io.ts";
import { writeFiles } from "../drive.test-kit.ts";
import { findInputs } from "../input/find-inputs.ts";
import { scanRun } from "./scan-run.ts";

const turn = (turn_id: string) => ({ ...turnMetricsContract.example, turn_id });
const line = (value: unknown) => `${JSON.stringify(value)}\n`;

async function scan(files: Readonly<Record<string, string>>, stdin: string, paths: readonly string[]) {
  const cwd = writeFiles(files);
  const shown: string[] = [];
  const io: CliIo = {
    stdin: (async function* () {
      yield new TextEncoder().encode(stdin);
    })(),
    stdout: { write: () => {} },
    stderr: { write: () => {} },
    env: {},
    cwd,
    isTTY: { stdin: false, stdout: false, stderr: false },
  };
  const progress = { show: (text: string) => shown.push(text), clear: () => {} };
  const { files: inputs } = await findInputs(paths, cwd);
  return { shown, found: await scanRun(inputs, { io, progress, gates: {}, workers: 1 }) };
}

it("takes files and standard input as one run", async () => {
  const files = { "a.ndjson": line(turn("a1")) + line(turn("a2")), "b.ndjson": line(turn("b1")) };
  const { found, shown } = await scan(files, line(turn("c1")), ["a.ndjson", "-", "b.ndjson"]);
  const report = createMvpSloAccumulator().fromJSON(found.accumulator).report();
  expect(report).toEqual(evaluateMvpSloGates(["a1", "a2", "b1", "c1"].map(turn)));
  expect(found).toMatchObject({ lines: 4, malformed: { count: 0 } });
  expect(shown.at(-1)).toMatch(/^<stdin> {2}\d+ bytes$/);
});

it("lists malformed lines in the order of the call", async () => {
  const files = { "a.ndjson": "x\n", "b.ndjson": `${line(turn("b1"))}{}\n` };
  const { found } = await scan(files, "\n5", ["b.ndjson", "-", "a.ndjson"]);
  const places = found.malformed.first.map(({ file, line: number }) => `${file}:${number}`);
  expect(places).toEqual(["b.ndjson:2", "<stdin>:2", "a.ndjson:1"]);
  expect(found.malformed.count).toBe(3);
});

it("refuses what cannot be read by its name", async () => {
  const folder = writeFiles({ "a.ndjson": "" });
  const inputs = [
    { path: join(folder, "gone.ndjson"), name: "gone.ndjson", layout: "ndjson", root: folder } as const,
  ];
  const { io, progress } = { io: {} as CliIo, progress: { show: () => {}, clear: () => {} } };
  await expect(scanRun(inputs, { io, progress, gates: {}, workers: 1 })).rejects.toThrow(
    "Cannot read gone.ndjson: expected a readable file but received nothing at that path",
  );
});
