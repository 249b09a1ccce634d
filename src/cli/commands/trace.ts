/** `rspp-contracts trace`: a recorded stream of events against the invariants of the runtime semantics. */
import { quote } from "../../internal/quote.ts";
import type { TraceOptions } from "../../trace/trace-options.ts";
import type { CliIo } from "../cli-io.ts";
import { EXIT_HELP } from "../exit-code.ts";
import { DEFAULT_MAX_BYTES } from "../input/read-input.ts";
import { COMMON_OPTIONS, type ParsedOptions } from "../options/option-spec.ts";
import { renderTraceGithub } from "../report/trace-github.ts";
import { renderTraceJson } from "../report/trace-json.ts";
import { renderTraceJunit } from "../report/trace-junit.ts";
import { renderTraceMarkdown } from "../report/trace-markdown.ts";
import { renderTraceText } from "../report/trace-text.ts";
import { paletteFor } from "../terminal/colour-palette.ts";
import { createProgress } from "../terminal/progress.ts";
import { checkTraceFile, traceInput } from "../trace/check-trace-file.ts";
import { chosenInvariants } from "../trace/chosen-invariants.ts";
import { readEvidence, readPlans } from "../trace/read-side-files.ts";
import { type TraceRun, traceExitCode } from "../trace/trace-run.ts";
import { UsageError } from "../usage-error.ts";
import { chosenFormat } from "./chosen-format.ts";
import type { Command } from "./command.ts";

const FORMATS = ["text", "json", "junit", "markdown", "github"] as const;

/** The command. */
export const traceCommand: Command = {
  name: "trace",
  summary: "Checks a recorded stream of events against the runtime semantics",
  usage: "<events.ndjson|-> [options]",
  options: {
    plan: { value: "file", about: "Plans of the turns: resolved_turn_plan as JSON, an array or NDJSON" },
    evidence: { value: "file", about: "OR-02 evidence of the turns: a baseline artifact or its records" },
    only: { value: "ids", about: "Invariants or families to check, such as INV-LIFE-01,INV-CXL" },
    "reorder-window": {
      value: "n",
      about: "Events of a session that may arrive before one with a lower runtime_sequence; 0 unless told",
    },
    "starts-midway": { about: "The recording may begin within sessions and turns" },
    "concurrent-turns": { about: "The arbitration policy lets turns of a session overlap" },
    format: { value: "F", about: "How to report", choices: FORMATS },
    json: { about: "Same as --format json" },
    ...COMMON_OPTIONS,
  },
  notes: [
    "Events: one a line, sessions interleaved as they come. The stream is read once and never held in memory. The shape of events is not validated beyond what places them in the stream: validate does that.",
    "What the stream has no evidence for is not evaluated, never passed: the report lists it with what is missing. A turn that the stream ends within is incomplete, which is no violation.",
    `${EXIT_HELP}\nA line that cannot be read counts as a violation. A stream in which no invariant was put to the test is inconclusive.`,
  ],
  examples: [
    "rspp-contracts trace events.ndjson",
    "rspp-contracts trace events.ndjson --plan plans.json --evidence baseline.json",
    "rspp-contracts trace events.ndjson --only INV-LIFE,INV-CXL-01 --format github",
    "zcat events.ndjson.gz | rspp-contracts trace - --reorder-window 16 --json",
  ],
  async run(options, io) {
    const format = chosenFormat(options, FORMATS, "text");
    const run = await check(options, io);
    if (format === "json") io.stdout.write(renderTraceJson(run));
    else if (format === "junit") io.stdout.write(renderTraceJunit(run));
    else if (format === "markdown") io.stdout.write(renderTraceMarkdown(run));
    else if (format === "github") io.stdout.write(renderTraceGithub(run));
    else io.stdout.write(renderTraceText(run, paletteFor(io)));
    return traceExitCode(run);
  },
};

async function check(options: ParsedOptions, io: CliIo): Promise<TraceRun> {
  const invariants = chosenInvariants(options.value("only"));
  const reorderWindow = windowOption(options.value("reorder-window"));
  const input = await traceInput(options.positionals, io.cwd);
  const reading = { io, progress: createProgress(io), maxBytes: DEFAULT_MAX_BYTES };
  const [planPath, evidencePath] = [options.value("plan"), options.value("evidence")];
  if ([planPath, evidencePath, ...options.positionals].filter((path) => path === "-").length > 1) {
    throw new UsageError("Cannot read standard input twice: expected - once but received it more often");
  }
  const settings: TraceOptions = {
    invariants,
    reorderWindow,
    startsMidway: options.has("starts-midway"),
    concurrentTurns: options.has("concurrent-turns"),
    ...(planPath !== undefined && { plans: await readPlans(planPath, reading) }),
    ...(evidencePath !== undefined && { evidence: await readEvidence(evidencePath, reading) }),
  };
  return { name: input.name, invariants, result: await checkTraceFile(input, reading, settings) };
}

function windowOption(text: string | undefined): number {
  if (text === undefined) return 0;
  const window = /^\d{1,6}$/.test(text) ? Number(text) : Number.NaN;
  if (window >= 0) return window;
  throw new UsageError(
    `Cannot use --reorder-window: expected an integer from 0 to 999999 but received ${quote(text)}`,
  );
}
