/** `rspp-contracts loopback`: a session of the reference runtime, or one turn script, in virtual time. */
import { quote } from "../../internal/quote.ts";
import { WALL_CLOCK_START } from "../../reference/driven-run.ts";
import { runLoopback } from "../../reference/loopback/run-loopback.ts";
import { runTurnScript } from "../../reference/script/run-turn-script.ts";
import { formatTimeline } from "../../reference/script/script-timeline.ts";
import type { CliIo } from "../cli-io.ts";
import { writeReports } from "../evidence/write-reports.ts";
import { EXIT, EXIT_HELP, type ExitCode } from "../exit-code.ts";
import { summarise, summaryText } from "../loopback/loopback-summary.ts";
import { readScript } from "../loopback/read-script.ts";
import { runFiles } from "../loopback/run-files.ts";
import { COMMON_OPTIONS, type ParsedOptions } from "../options/option-spec.ts";
import { paletteFor } from "../terminal/colour-palette.ts";
import { UsageError } from "../usage-error.ts";
import { chosenFormat } from "./chosen-format.ts";
import type { Command } from "./command.ts";

const FORMATS = ["text", "json"] as const;

/** The command. */
export const loopbackCommand: Command = {
  name: "loopback",
  summary: "Runs a session of the reference runtime in virtual time",
  usage: "[--turns <n>] [--seed <n>] [--out <dir>] | --script <file|->",
  options: {
    turns: { value: "n", about: "Turns of the session, 1 to 100000; 50 unless told" },
    seed: { value: "n", about: "Seed of the session; equal seeds give equal bytes; 1 unless told" },
    script: {
      value: "file",
      about: "Play a turn script instead, - for standard input, and draw its timeline",
    },
    out: { value: "dir", about: "Write events.ndjson, plans.ndjson and evidence.json to a directory" },
    format: { value: "F", about: "How to report", choices: FORMATS },
    json: { about: "Same as --format json" },
    ...COMMON_OPTIONS,
  },
  notes: [
    "A fake user, a fake transport and mock providers talk to the reference runtime: people interrupt, providers fail, leases rotate, edges fill up. The session is checked as a recorded one would be: its trace against the runtime semantics, its evidence for completeness. The reference runtime is the semantics in executable form, not a runtime for production.",
    'A turn script has one step a line: a time in ms, a verb and what it is about, such as 120 output t1 "Hello" or 300 barge_in t1. The whole language: docs/reference-runtime.md.',
    EXIT_HELP,
  ],
  examples: [
    "rspp-contracts loopback --turns 100 --seed 7 --out run",
    "rspp-contracts trace run/events.ndjson --plan run/plans.ndjson --evidence run/evidence.json",
    "rspp-contracts gates run/evidence.json",
    "rspp-contracts loopback --script barge-in.txt",
  ],
  async run(options, io) {
    if (options.positionals.length > 0)
      throw new UsageError(
        `Cannot use ${quote(options.positionals[0] ?? "")}: expected options only`,
        "Name a turn script with --script",
      );
    const format = chosenFormat(options, FORMATS, "text");
    const script = options.value("script");
    return script === undefined
      ? session(options, io, { format })
      : await played(script, io, { options, format });
  },
};

type Format = { readonly format: (typeof FORMATS)[number] };

async function session(options: ParsedOptions, io: CliIo, { format }: Format): Promise<ExitCode> {
  const seed = wholeNumber("seed", options.value("seed") ?? "1");
  const turns = wholeNumber("turns", options.value("turns") ?? "50");
  if (turns < 1 || turns > 100_000)
    throw new UsageError(`Cannot use --turns: expected 1 to 100000 but received ${turns}`);
  const run = runLoopback({ seed, turns });
  const summary = summarise(run, seed);
  await keep(runFiles(run, run.baseline.generated_at_utc), { options, io });
  io.stdout.write(
    format === "json" ? `${JSON.stringify(summary, null, 2)}\n` : summaryText(summary, paletteFor(io)),
  );
  return summary.passed ? EXIT.pass : EXIT.violations;
}

async function played(
  path: string,
  io: CliIo,
  { options, format }: Format & { readonly options: ParsedOptions },
): Promise<ExitCode> {
  for (const name of ["turns", "seed"]) {
    if (!options.has(name)) continue;
    throw new UsageError(`Cannot use --${name} with --script: expected one of them but received both`);
  }
  const run = runTurnScript(await readScript(path, io));
  const { timeline } = run;
  const end = WALL_CLOCK_START + (timeline.at(-1)?.at_ms ?? 0);
  await keep(runFiles(run, `${new Date(end).toISOString().slice(0, 19)}Z`), { options, io });
  io.stdout.write(
    format === "json"
      ? `${JSON.stringify({ timeline }, null, 2)}\n`
      : formatTimeline(timeline, { palette: paletteFor(io) }),
  );
  return EXIT.pass;
}

async function keep(
  files: Readonly<Record<string, string>>,
  { options, io }: { readonly options: ParsedOptions; readonly io: CliIo },
): Promise<void> {
  const directory = options.value("out");
  if (directory === undefined) return;
  const written = await writeReports(files, { directory, cwd: io.cwd });
  io.stderr.write(`Wrote ${written.join(", ")}\n`);
}

function wholeNumber(name: string, text: string): number {
  if (/^\d{1,15}$/.test(text)) return Number(text);
  throw new UsageError(`Cannot use --${name}: expected a whole number but received ${quote(text)}`);
}
