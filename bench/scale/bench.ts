/**
 * Gates over files of turns: this package with one thread and with four, DuckDB likewise, and JSON.parse.
 *
 * RSPP_SCALE_TURNS sets the number of turns, 10 million unless told; RSPP_SCALE_DIR a folder with room for them.
 */
import { cpus } from "node:os";
import { basename } from "node:path";

import { isQuick, report, reportDisagreement } from "../harness/bench-output.ts";
import { figure, markdownTable, metOrMissed, times } from "../harness/markdown-table.ts";
import { median, spread } from "../harness/statistics.ts";
import { subjectOfThisProcess } from "../harness/subject-process.ts";
import { CONTENDERS, rowText, type Task } from "./contenders.ts";
import { type FilePart, type KeyOrder, writePart } from "./made-turns.ts";
import { runHere, type Sample } from "./run-here.ts";
import { makeScene, type Scene } from "./scene.ts";

const TURNS = Number(process.env["RSPP_SCALE_TURNS"] ?? (isQuick ? 200_000 : 10_000_000));
const ROUNDS = isQuick ? 2 : 5;

/** No round begins later than this, so that a slow machine ends in time. */
const LATEST_ROUND_MS = 6 * 60_000;

/** How many times as fast as DuckDB with as many threads, at least. */
const TARGETS: Readonly<Record<KeyOrder, Readonly<Record<number, number>>>> = {
  writer: { 4: 3, 1: 1.5 },
  shuffled: { 4: 1.2, 1: 0.5 },
};
const MOST_MEGABYTES = 150;

interface Entrant {
  readonly name: string;
  readonly contender: keyof typeof CONTENDERS;
  readonly threads: number;
  /** Most rounds that it takes part in: JSON.parse is there for orientation and takes long. */
  readonly rounds: number;
}

const ENTRANTS: readonly Entrant[] = [
  { name: "@rspp/contracts, 4 workers", contender: "ours", threads: 4, rounds: ROUNDS },
  { name: "DuckDB, 4 threads", contender: "duckDb", threads: 4, rounds: ROUNDS },
  { name: "@rspp/contracts, 1 thread", contender: "ours", threads: 1, rounds: ROUNDS },
  { name: "DuckDB, 1 thread", contender: "duckDb", threads: 1, rounds: ROUNDS },
  { name: "JSON.parse and accumulator", contender: "parsed", threads: 1, rounds: 1 },
];

const here = subjectOfThisProcess();
if (here?.name === "write") {
  writePart(JSON.parse(here.scene) as FilePart);
} else if (here !== undefined) {
  const task = JSON.parse(here.scene) as Task;
  const { row, ms } = await CONTENDERS[here.name as keyof typeof CONTENDERS](task);
  const megabytes = process.resourceUsage().maxRSS / 1024;
  console.log(JSON.stringify({ row: rowText(row), ms, megabytes } satisfies Sample));
} else {
  const scene = await makeScene(TURNS);
  try {
    for (const order of ["writer", "shuffled"] as const) await measureOrder(order, scene);
    await measureMemory(scene);
  } finally {
    scene.remove();
  }
}

/** Rounds of changing order over one file; every answer of every round must be the same. */
async function measureOrder(order: KeyOrder, scene: Scene): Promise<void> {
  const { path, bytes } = scene.files[order];
  const samples = ENTRANTS.map((): Sample[] => []);
  const started = performance.now();
  for (let round = 0; round < ROUNDS && performance.now() - started < LATEST_ROUND_MS / 2; round += 1) {
    for (let turn = 0; turn < ENTRANTS.length; turn += 1) {
      const place = (turn + round) % ENTRANTS.length;
      const index = round % 2 === 0 ? place : ENTRANTS.length - 1 - place;
      const { contender, threads, rounds } = ENTRANTS[index]!;
      if (round < rounds)
        samples[index]!.push(await runHere(contender, { file: path, threads, workerFile: scene.workerFile }));
    }
  }
  const rows = new Set(samples.flat().map(({ row }) => row));
  if (rows.size !== 1)
    reportDisagreement(`${rows.size} different results for ${basename(path)}:\n${[...rows].join("\n")}`);
  const words = order === "writer" ? "in the key order of our writer" : "with shuffled keys";
  report(
    `### scale, ${words}\n\n${TURNS.toLocaleString("en-US")} turns, ${figure(bytes / 1e9)} GB, ${samples[0]!.length} interleaved rounds, a process each; ${cpus().length} cores. All results are ${rows.size === 1 ? "exactly equal" : "NOT EQUAL"}.`,
  );
  report(
    markdownTable(
      ["contender", "seconds", "M turns/s", "GB/s", "spread", "DuckDB takes", "peak MB", "target"],
      ENTRANTS.map(({ name, contender, threads }, index) => {
        const taken = samples[index]!;
        const ms = median(taken.map((sample) => sample.ms));
        const rival = ENTRANTS.findIndex(
          (other) => other.contender === "duckDb" && other.threads === threads,
        );
        const ratio = median(taken.map((sample, round) => samples[rival]![round]!.ms / sample.ms));
        const least = contender === "ours" ? TARGETS[order][threads] : undefined;
        return [
          name,
          figure(ms / 1000),
          figure(TURNS / ms / 1000),
          figure(bytes / ms / 1e6),
          taken.length > 1 ? `${(spread(taken.map((sample) => sample.ms)) * 100).toFixed(0)} %` : "-",
          contender === "duckDb" ? "" : times(ratio),
          figure(Math.max(...taken.map(({ megabytes }) => megabytes))),
          least === undefined ? "" : `at least ${times(least)}: ${metOrMissed(ratio >= least)}`,
        ];
      }),
    ),
  );
}

/** Peak memory over a tenth of the turns and over all of them. */
async function measureMemory({ files, workerFile }: Scene): Promise<void> {
  const rows: string[][] = [];
  for (const { name, contender, threads } of ENTRANTS.filter((entrant) => entrant.contender !== "parsed")) {
    const [small, large] = [await peak(files.tenth.path), await peak(files.writer.path)];
    const verdict = `at most ${MOST_MEGABYTES} MB: ${metOrMissed(large <= MOST_MEGABYTES)}`;
    rows.push([name, figure(small), figure(large), contender === "ours" ? verdict : ""]);

    async function peak(file: string): Promise<number> {
      const taken: number[] = [];
      for (let run = 0; run < 3; run += 1)
        taken.push((await runHere(contender, { file, threads, workerFile })).megabytes);
      return Math.max(...taken);
    }
  }
  const [some, all] = [TURNS / 10, TURNS].map((turns) => `${turns.toLocaleString("en-US")} turns, MB`);
  report(
    "### scale, peak memory\n\nMost resident memory of the whole process, Node included, of three runs.",
  );
  report(markdownTable(["contender", some!, all!, "target"], rows));
}
