/** Runs the command: subjects against the packs, or the kit against broken runtimes. */
import { type NewEntry, updateBaseline } from "../../conformance/baseline/update-baseline.ts";
import type { NodeConformanceOptions } from "../../conformance/nodes/node-conformance-options.ts";
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
import { chosenFormat } from "../commands/chosen-format.ts";
import { appendStepSummary, writeReports } from "../evidence/write-reports.ts";
import { EXIT, type ExitCode } from "../exit-code.ts";
import type { ParsedOptions } from "../options/option-spec.ts";
import { paletteFor } from "../terminal/colour-palette.ts";
import { createProgress } from "../terminal/progress.ts";
import { UsageError } from "../usage-error.ts";
import { readBaseline, writeBaseline } from "./baseline-file.ts";
import { CONFORMANCE_FORMATS, CORPUS_FILE } from "./command-defaults.ts";
import { openCorpusFile } from "./corpus-file.ts";
import { conformanceOptions, newEntry } from "./read-conformance-options.ts";
import { runNodes } from "./run-nodes.ts";
import { selfTestText } from "./self-test-text.ts";

/** From options to reports and an exit code. */
export async function runConformanceCommand(options: ParsedOptions, io: CliIo): Promise<ExitCode> {
  const format = chosenFormat(options, CONFORMANCE_FORMATS, "text");
  if (options.positionals.length > 0)
    throw new UsageError(
      `Cannot use ${quote(options.positionals[0] ?? "")}: expected options only`,
      'Name the subject with --subject "<command>"',
    );
  if (options.has("self-test")) return testKit(options, io);
  demandOneSort(options);
  const entry = options.has("update-baseline") ? updatedEntry(options) : undefined;
  const report = await runSubjects(options, io);
  io.stdout.write(rendered(report, { format, io }));
  await keep(report, { options, io });
  if (entry !== undefined) await update(report, { entry, options, io });
  return report.passed ? EXIT.pass : EXIT.violations;
}

/** Checks of nodes and of runtimes are not the same ones. */
function demandOneSort(options: ParsedOptions): void {
  const isOfRuntimes = options.values("subject").length > 0 || options.has("reference");
  if (options.values("node").length > 0 && isOfRuntimes)
    throw new UsageError(
      "Cannot run conformance: expected either nodes or runtimes but received both",
      "Run the command once with --node, and once with --subject or --reference",
    );
}

function rendered(
  report: ConformanceReport,
  { format, io }: { readonly format: (typeof CONFORMANCE_FORMATS)[number]; readonly io: CliIo },
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
    'Name one with --subject "<command>" or --node file.js, or try --reference',
  );
}

async function runSubjects(options: ParsedOptions, io: CliIo): Promise<ConformanceReport> {
  const { timeoutMs: _, ...chosen } = conformanceOptions(options);
  const isOfNodes = options.values("node").length > 0;
  const subjects = isOfNodes ? [] : subjectsOf(options, io);
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
    const common: NodeConformanceOptions = {
      ...chosen,
      ...(baseline !== undefined && !isUpdate && { baseline, today: today() }),
      ...(corpus !== undefined && { corpus }),
      onProgress: ({ subject, check_id, done, of }) =>
        progress.show(`${subject}  ${done} of ${of}  ${check_id}`),
    };
    const report = isOfNodes
      ? await runNodes({ options, io, chosen: common })
      : await runConformance(subjects, {
          ...common,
          replayCommand: (line, label) =>
            `npx rspp-contracts conformance ${subjectWords(options, label)} ${line}`,
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

/** The option that names the subject, quoted for a shell. */
function subjectWords(options: ParsedOptions, label: string): string {
  if (!options.values("subject").includes(label)) return "--reference";
  return `--subject '${label.replaceAll("'", "'\\''")}'`;
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
  const named = options.values("subject").length + options.values("node").length;
  const isOne = named + Number(options.has("reference")) === 1;
  if (options.value("baseline") !== undefined && isOne) return newEntry(options, today());
  throw new UsageError("Cannot update the baseline: expected --baseline and exactly one subject or node");
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
