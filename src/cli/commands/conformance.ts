/** `rspp-contracts conformance`: whether runtimes keep the contract. */
import { type NewEntry, updateBaseline } from "../../conformance/baseline/update-baseline.ts";
import { conformanceJson } from "../../conformance/report/conformance-json.ts";
import { conformanceJunit } from "../../conformance/report/conformance-junit.ts";
import { conformanceMarkdown } from "../../conformance/report/conformance-markdown.ts";
import { renderConformanceHtml } from "../../conformance/report/html/conformance-html.ts";
import { conformanceText } from "../../conformance/report/text/conformance-text.ts";
import { runConformance } from "../../conformance/runner/run-conformance.ts";
import { selfTest } from "../../conformance/self-test/self-test.ts";
import { referenceSubject } from "../../conformance/subject/reference-subject.ts";
import { spawnSubject } from "../../conformance/subject/spawn-subject.ts";
import type { Subject } from "../../conformance/subject/subject.ts";
import type { ConformanceReport } from "../../contracts/conformance/conformance-report.ts";
import { quote } from "../../internal/quote.ts";
import type { CliIo } from "../cli-io.ts";
import { readBaseline, writeBaseline } from "../conformance/baseline-file.ts";
import { CORPUS_FILE, openCorpusFile } from "../conformance/corpus-file.ts";
import { conformanceOptions, newEntry } from "../conformance/read-conformance-options.ts";
import { selfTestText } from "../conformance/self-test-text.ts";
import { appendStepSummary, writeReports } from "../evidence/write-reports.ts";
import { EXIT, EXIT_HELP, type ExitCode } from "../exit-code.ts";
import { COMMON_OPTIONS, type ParsedOptions } from "../options/option-spec.ts";
import { paletteFor } from "../terminal/colour-palette.ts";
import { createProgress } from "../terminal/progress.ts";
import { UsageError } from "../usage-error.ts";
import { chosenFormat } from "./chosen-format.ts";
import type { Command } from "./command.ts";

const FORMATS = ["text", "json", "junit", "markdown"] as const;

/** The command. */
export const conformanceCommand: Command = {
  name: "conformance",
  summary: "Proves or refutes that runtimes keep the contract",
  usage: '--subject "<command>" [options]',
  options: {
    subject: {
      value: "command",
      about: "Starts a runtime that speaks the subject protocol; may be given again",
    },
    reference: { about: "Also run the reference runtime of the package" },
    profile: { value: "P", about: "How much to run; quick unless told", choices: ["quick", "full"] },
    pack: { value: "names", about: "Packs to run, such as cancellation,authority" },
    check: { value: "ids", about: "Checks to run, such as CF-003,AE-001" },
    category: {
      value: "C",
      about: "Only checks of a part of a runtime",
      choices: ["transport_adapter", "provider_adapter", "external_node_boundary"],
    },
    seed: { value: "n", about: "Seed of the run, 0 to 4294967295; 1 unless told" },
    path: { value: "path", about: "Counterexample of a failure, as its replay line says; with one --check" },
    baseline: { value: "file", about: "Known failures, each with reason, issue, owner and expiry" },
    "update-baseline": { about: "Write the failures of this run to --baseline" },
    reason: { value: "text", about: "Reason of new entries of the baseline" },
    issue: { value: "url", about: "Where new entries are tracked" },
    owner: { value: "name", about: "Who owns new entries" },
    expires: { value: "date", about: "Last day of new entries, such as 2026-12-31; in 90 days unless told" },
    corpus: { value: "file", about: `Counterexamples to try first; ${CORPUS_FILE} unless told` },
    "no-corpus": { about: "Neither read nor keep counterexamples" },
    "timeout-ms": {
      value: "ms",
      about: "Time without an answer after which a subject hangs; 10000 unless told",
    },
    "self-test": { about: "Test the kit itself: every broken runtime is found by its check" },
    out: { value: "dir", about: "Write report.txt, .json, .xml, .md and .html to this directory" },
    format: { value: "F", about: "How to report", choices: FORMATS },
    json: { about: "Same as --format json" },
    ...COMMON_OPTIONS,
  },
  notes: [
    "A subject is any program that reads requests and writes answers as JSON lines on standard input and output: docs/subject-protocol.md. The kit owns its clock. What a subject does not declare to be capable of is not applicable; what could not be run counts as failed.",
    `Equal seeds give equal reports, to the byte. A failure is shrunk to a minimal script and prints the line that runs it again. With GITHUB_STEP_SUMMARY set, the Markdown report is added to the summary of the job.\n\n${EXIT_HELP}`,
  ],
  examples: [
    'rspp-contracts conformance --subject "python3 subject.py"',
    'rspp-contracts conformance --subject "./runtime --conformance" --profile full --out reports',
    'rspp-contracts conformance --subject "python3 subject.py" --check CF-003 --seed 42 --path late-output@0:1',
    "rspp-contracts conformance --reference --profile full",
    "rspp-contracts conformance --self-test",
  ],
  async run(options, io) {
    const format = chosenFormat(options, FORMATS, "text");
    if (options.positionals.length > 0)
      throw new UsageError(
        `Cannot use ${quote(options.positionals[0] ?? "")}: expected options only`,
        'Name the subject with --subject "<command>"',
      );
    if (options.has("self-test")) return testKit(options, io);
    const entry = options.has("update-baseline") ? updatedEntry(options) : undefined;
    const report = await runSubjects(options, io);
    io.stdout.write(rendered(report, { format, io }));
    await keep(report, { options, io });
    if (entry !== undefined) await update(report, { entry, options, io });
    return report.passed ? EXIT.pass : EXIT.violations;
  },
};

function rendered(
  report: ConformanceReport,
  { format, io }: { readonly format: (typeof FORMATS)[number]; readonly io: CliIo },
): string {
  if (format === "json") return conformanceJson(report);
  if (format === "junit") return conformanceJunit(report);
  if (format === "markdown") return conformanceMarkdown(report);
  return conformanceText(report, { color: paletteFor(io) });
}

async function testKit(options: ParsedOptions, io: CliIo): Promise<ExitCode> {
  const progress = createProgress(io);
  const { seed = 1 } = conformanceOptions(options);
  const report = await selfTest({ seed, onProgress: (done, of) => progress.show(`${done} of ${of}`) });
  progress.clear();
  io.stdout.write(
    options.has("json") ? `${JSON.stringify(report, null, 2)}\n` : selfTestText(report, paletteFor(io)),
  );
  return report.passed ? EXIT.pass : EXIT.violations;
}

function subjectsOf(options: ParsedOptions, io: CliIo): readonly Subject[] {
  const { timeoutMs } = conformanceOptions(options);
  const spawned = options.values("subject").map((command) =>
    spawnSubject({
      command,
      cwd: io.cwd,
      ...(timeoutMs !== undefined && { limits: { answerTimeoutMs: timeoutMs } }),
    }),
  );
  const subjects = [...(options.has("reference") ? [referenceSubject()] : []), ...spawned];
  if (subjects.length > 0) return subjects;
  throw new UsageError(
    "Cannot run conformance: expected a subject but received none",
    'Name one with --subject "<command>", or try --reference',
  );
}

async function runSubjects(options: ParsedOptions, io: CliIo): Promise<ConformanceReport> {
  const { timeoutMs: _, ...chosen } = conformanceOptions(options);
  const subjects = subjectsOf(options, io);
  const baselinePath = options.value("baseline");
  const isUpdate = options.has("update-baseline");
  const baseline =
    baselinePath === undefined
      ? undefined
      : await readBaseline(baselinePath, { cwd: io.cwd, isOptional: isUpdate });
  const isReplay = chosen.path !== undefined;
  const corpus =
    options.has("no-corpus") || isReplay
      ? undefined
      : await openCorpusFile(options.value("corpus") ?? CORPUS_FILE, io.cwd);
  const progress = createProgress(io);
  try {
    const report = await runConformance(subjects, {
      ...chosen,
      ...(baseline !== undefined && !isUpdate && { baseline, today: today() }),
      ...(corpus !== undefined && { corpus }),
      replayCommand: (line) => `npx rspp-contracts conformance ${subjectWords(options)} ${line}`,
      onProgress: ({ subject, check_id, done, of }) =>
        progress.show(`${subject}  ${done} of ${of}  ${check_id}`),
    });
    await corpus?.save();
    return report;
  } catch (error) {
    if (error instanceof RangeError) throw new UsageError(error.message);
    throw error;
  } finally {
    progress.clear();
  }
}

const today = () => new Date().toISOString().slice(0, 10);

/** The subjects as they were given, quoted for a shell. */
function subjectWords(options: ParsedOptions): string {
  const named = options.values("subject").map((command) => `--subject '${command.replaceAll("'", "'\\''")}'`);
  return [...(options.has("reference") ? ["--reference"] : []), ...named].join(" ");
}

async function keep(
  report: ConformanceReport,
  { options, io }: { readonly options: ParsedOptions; readonly io: CliIo },
): Promise<void> {
  const { cwd, env } = io;
  const directory = options.value("out");
  if (directory !== undefined) {
    const texts = {
      "report.txt": conformanceText(report),
      "report.json": conformanceJson(report),
      "report.xml": conformanceJunit(report),
      "report.md": conformanceMarkdown(report),
      "report.html": renderConformanceHtml(report),
    };
    const paths = await writeReports(texts, { directory, cwd });
    io.stderr.write(`Wrote ${paths.join(", ")}\n`);
  }
  const summary = env["GITHUB_STEP_SUMMARY"];
  if (summary) await appendStepSummary(summary, conformanceMarkdown(report));
}

/** What new entries say; whatever is missing is told before anything is run. */
function updatedEntry(options: ParsedOptions): NewEntry {
  const isOne = options.values("subject").length + Number(options.has("reference")) === 1;
  if (options.value("baseline") !== undefined && isOne) return newEntry(options, today());
  throw new UsageError("Cannot update the baseline: expected --baseline and exactly one subject");
}

async function update(
  { subjects: [subject] }: ConformanceReport,
  { entry, options, io }: { readonly entry: NewEntry; readonly options: ParsedOptions; readonly io: CliIo },
): Promise<void> {
  const path = options.value("baseline");
  if (path === undefined || subject === undefined) return;
  const before = await readBaseline(path, { cwd: io.cwd, isOptional: true });
  const baseline = updateBaseline(subject, { entry, ...(before !== undefined && { baseline: before }) });
  await writeBaseline(path, { baseline, cwd: io.cwd });
  io.stderr.write(`Wrote ${path} with ${baseline.known_failures.length} known failures\n`);
}
