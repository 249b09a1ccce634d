/** `rspp-contracts gates`: the MVP SLO gates over recorded evidence. */
import { formatCount } from "../../gates/slo/report/format-figure.ts";
import type { GateReportInput } from "../../gates/slo/report/gate-report-input.ts";
import { renderMvpSloHtml } from "../../gates/slo/report/html/html-report.ts";
import { renderMvpSloJson } from "../../gates/slo/report/json-report.ts";
import { renderMvpSloJunit } from "../../gates/slo/report/junit-report.ts";
import { MOST_TURNS, MOST_VIOLATIONS_PER_CODE } from "../../gates/slo/report/long-run/gate-run.ts";
import { MOST_STANDING_OUT } from "../../gates/slo/report/long-run/run-digest.ts";
import { renderMvpSloMarkdown } from "../../gates/slo/report/markdown-report.ts";
import { runVerdict } from "../../gates/slo/report/profile/run-verdict.ts";
import { renderMvpSloText } from "../../gates/slo/report/text-report.ts";
import type { CliIo } from "../cli-io.ts";
import { appendStepSummary, writeReports } from "../evidence/write-reports.ts";
import { EXIT, EXIT_HELP } from "../exit-code.ts";
import { absentTagLines } from "../gates/absent-tags.ts";
import { ANCHORS, PAIRINGS, readGateCall } from "../gates/gate-call.ts";
import { judgeRun } from "../gates/judge-run.ts";
import { judgeScan } from "../gates/judge-scan.ts";
import { COMMON_OPTIONS, type ParsedOptions } from "../options/option-spec.ts";
import { renderGatesGithub } from "../report/gates-github.ts";
import { paletteFor } from "../terminal/colour-palette.ts";
import { UsageError } from "../usage-error.ts";
import { chosenFormat } from "./chosen-format.ts";
import type { Command } from "./command.ts";

const FORMATS = ["text", "json", "junit", "markdown", "html", "github"] as const;
const EXIT_OF = { pass: EXIT.pass, fail: EXIT.violations, inconclusive: EXIT.inconclusive } as const;

/** The command. */
export const gatesCommand: Command = {
  name: "gates",
  summary: "Evaluates the MVP SLO gates over the evidence of a run",
  usage: "<evidence.json|ndjson|dir|-> ... [options]",
  options: {
    thresholds: { value: "file", about: "JSON file with limits that differ from the defaults" },
    profile: { value: "P", about: "Budgets: mvp (default), strict, or a JSON or YAML file (gate_profile)" },
    strict: { about: "Evidence that is too thin to decide is inconclusive" },
    anchor: { value: "A", about: "Where the end-to-end latency ends", choices: ANCHORS },
    baseline: {
      value: "path",
      about: "Run to compare with, such as that of main; may be given more than once",
    },
    "pair-by": {
      value: "K",
      about: "Compare turns in pairs, such as of a replayed script",
      choices: PAIRINGS,
    },
    "segment-by": { value: "tags", about: "Judge segments: tags with commas, joined by + for combinations" },
    tag: { value: "name=value", about: "Tag of every turn of the run; may be given more than once" },
    "no-end-to-end": { about: "Do not fail a run that has no end-to-end markers" },
    format: { value: "F", about: "How to report", choices: FORMATS },
    json: { about: "Same as --format json" },
    out: { value: "dir", about: "Also write gates.txt, .json, .junit.xml, .md and .html to a directory" },
    "step-summary": { about: "Also append the Markdown report to the file in GITHUB_STEP_SUMMARY" },
    now: { value: "time", about: "Time of the report, RFC 3339 in UTC; without it the report has none" },
    "max-malformed-lines": {
      value: "n",
      about: "NDJSON lines that may be unreadable before the call stops: 0, 10, or with --workers also 0.1%",
    },
    workers: {
      value: "n",
      about: "Scan turn metrics in NDJSON by so many threads, in bounded memory; without segments and page",
    },
    "max-bytes": {
      value: "size",
      about: "Largest JSON document, such as 64MiB (default); NDJSON may have any size",
    },
    ...COMMON_OPTIONS,
  },
  notes: [
    "Evidence: baseline artifacts, canonical or as the Go runtime writes them; baseline_evidence or turn_metrics as JSON, arrays or NDJSON. All inputs together are one run. Evidence that cannot be read stops the call: a run without its unreadable turns would look better than it was.",
    'Limits: a JSON object such as {"first_output_p95_ms": 900, "end_to_end_p95_ms": 1800}; a limit is broken only when it is exceeded.',
    `Runs of any length: up to ${formatCount(MOST_TURNS)} turns the HTML report has them all. Of a longer run it shows a sample: the worst turns of each gate, up to ${formatCount(MOST_STANDING_OUT)} that stand out in one, and turns spread over the run. Verdict, figures and drawings are over all turns. A longer run lists the first ${formatCount(MOST_VIOLATIONS_PER_CODE)} turns of each violation and counts the rest.`,
    `${EXIT_HELP}
A run is inconclusive when no turn was accepted and nothing is wrong beyond what follows from that, or when the only thing wrong is that the end-to-end latency could not be evaluated. Everything else that keeps a run from passing is a violation.`,
  ],
  examples: [
    "rspp-contracts gates runtime-baseline.json",
    "rspp-contracts gates turns.ndjson --thresholds limits.json --out reports/",
    "rspp-contracts gates evidence/*.ndjson --format junit > gates.junit.xml",
    "rspp-contracts gates - --anchor terminal --json < turns.ndjson",
  ],
  async run(options, io) {
    const format = chosenFormat(options, FORMATS, "text");
    const summaryPath = stepSummaryPath(options, io);
    const call = await readGateCall(options, io);
    const { workers } = call;
    if (workers !== undefined && format === "html") throw pageWithoutTurns();
    const input = workers === undefined ? await judgeRun(call, io) : await judgeScan(call, workers, io);
    const texts = {
      text: () => renderMvpSloText(input),
      json: () => renderMvpSloJson(input),
      junit: () => renderMvpSloJunit(input),
      markdown: () => renderMvpSloMarkdown(input),
      html: () => renderMvpSloHtml(input),
      github: () => renderGatesGithub(input),
    };
    const directory = options.value("out");
    if (directory !== undefined) {
      const files = {
        "gates.txt": texts.text(),
        "gates.json": texts.json(),
        "gates.junit.xml": texts.junit(),
        "gates.md": texts.markdown(),
        ...(workers === undefined && { "gates.html": texts.html() }),
      };
      const written = await writeReports(files, { directory, cwd: io.cwd });
      io.stderr.write(`Wrote ${written.join(", ")}\n`);
    }
    if (summaryPath !== undefined) await appendStepSummary(summaryPath, texts.markdown());
    io.stdout.write(
      format === "text" ? renderMvpSloText(input, { palette: paletteFor(io) }) : texts[format](),
    );
    for (const line of absentTagLines(input.profile ?? { segments: [] })) io.stderr.write(`${line}\n`);
    const verdict = runVerdict(input);
    if (verdict === "inconclusive") io.stderr.write(`${adviceFor(input)}\n`);
    return EXIT_OF[verdict];
  },
};

const pageWithoutTurns = (): UsageError =>
  new UsageError(
    "Cannot write a page with --workers: expected another format but received html; a scan keeps no turns to show",
    "Leave --workers out, or use text, markdown, junit, github or json",
  );

/** How to get from an inconclusive run to a verdict. */
function adviceFor({ report, profile, regression }: GateReportInput): string {
  if (report.samples === 0) return "Check that the inputs hold the evidence of the run; they hold no turn";
  if (report.accepted_turns === 0) return "Check that accepted turns are recorded with turn_open_at_ms";
  if (report.violations.some(({ code }) => code === "end_to_end_not_evaluated"))
    return "Record audio_ingress_at_ms and playback_started_at_ms, or turn_terminal_at_ms; --no-end-to-end leaves the gate out";
  const wanted = (profile?.strength ?? []).map(({ samples_to_decide = 0, needed, n }) =>
    Math.max(samples_to_decide, n < needed ? needed : 0),
  );
  const most = Math.max(0, ...wanted);
  if (profile?.verdict === "inconclusive" && most > 0)
    return `Record more turns: ${formatCount(most)} would decide every percentile if latencies stay spread as they are`;
  if (regression?.comparison.verdict === "inconclusive")
    return "Record more turns of both runs, or replay the same script and compare with --pair-by turn_id";
  return "Record more turns";
}

function stepSummaryPath(options: ParsedOptions, { env }: CliIo): string | undefined {
  if (!options.has("step-summary")) return undefined;
  const path = env["GITHUB_STEP_SUMMARY"];
  if (path) return path;
  throw new UsageError(
    "Cannot write the step summary: expected GITHUB_STEP_SUMMARY to name a file but received nothing",
    "Use --step-summary inside GitHub Actions, and --format markdown elsewhere",
  );
}
