/** `rspp-contracts replay`: recordings against their replays, judged by what the fixtures may differ in. */
import type { ReplayFixtureMetadata } from "../../contracts/observability/replay-fixture-metadata.ts";
import { REPLAY_GATES } from "../../contracts/observability/replay-gate.ts";
import {
  evaluateReplayRegression,
  type ReplayFixtureTraces,
} from "../../gates/replay/evaluate-replay-regression.ts";
import { renderReplayHtml } from "../../gates/replay/report/html/html-report.ts";
import { renderReplayJson } from "../../gates/replay/report/json-report.ts";
import { renderReplayJunit } from "../../gates/replay/report/junit-report.ts";
import { renderReplayMarkdown } from "../../gates/replay/report/markdown-report.ts";
import { type ReplayReportInput, replayVerdict } from "../../gates/replay/report/replay-report-input.ts";
import { renderReplayText } from "../../gates/replay/report/text-report.ts";
import { quote } from "../../internal/quote.ts";
import type { CliIo } from "../cli-io.ts";
import { writeReports } from "../evidence/write-reports.ts";
import { EXIT, EXIT_HELP } from "../exit-code.ts";
import { STDIN_NAME, shownPath } from "../input/input-path.ts";
import { readDocument } from "../input/read-document.ts";
import { DEFAULT_MAX_BYTES } from "../input/read-input.ts";
import { parseByteSize } from "../options/byte-size.ts";
import { COMMON_OPTIONS, type ParsedOptions } from "../options/option-spec.ts";
import { reportTime } from "../options/report-time.ts";
import { gatherFixtures, type ReplayPaths } from "../replay/gather-fixtures.ts";
import { paletteFor } from "../terminal/colour-palette.ts";
import { createProgress } from "../terminal/progress.ts";
import { UsageError } from "../usage-error.ts";
import { chosenFormat } from "./chosen-format.ts";
import type { Command } from "./command.ts";

const FORMATS = ["text", "json", "junit", "markdown", "html"] as const;
const EXIT_OF = { pass: EXIT.pass, fail: EXIT.violations, inconclusive: EXIT.inconclusive } as const;

/** The command. */
export const replayCommand: Command = {
  name: "replay",
  summary: "Compares recordings with their replays and judges the differences",
  usage: "<baseline> <candidate> [options]",
  options: {
    metadata: {
      value: "file",
      about: "Fixture metadata, JSON or YAML: gates, tolerances, expected divergences",
    },
    gate: { value: "G", about: "Which fixtures to judge, full unless told", choices: REPLAY_GATES },
    "timing-tolerance": {
      value: "ms",
      about: "Largest timing difference that passes where the metadata does not say; 0 unless told",
    },
    format: { value: "F", about: "How to report", choices: FORMATS },
    json: { about: "Same as --format json" },
    out: { value: "dir", about: "Also write replay.txt, .json, .junit.xml, .md and .html to a directory" },
    now: { value: "time", about: "Time of the report as RFC 3339; the clock of this machine unless told" },
    "max-bytes": { value: "size", about: "Largest recording, such as 64MiB (default)" },
    ...COMMON_OPTIONS,
  },
  notes: [
    "Recordings: replay_trace files, or baseline artifacts as the gates read them, canonical or as the Go runtime writes them. Two files are one fixture, called like the baseline without its extension; of two directories, files of one name are a fixture. A fixture that is on one side only fails, and so does one that only the metadata knows.",
    "Verdict: a divergence passes when the metadata expects it by class and scope, once each; order needs an approval, too; authority never passes; timing passes within the tolerance. What was expected and did not show up fails. A fixture without metadata belongs to the full gate and expects nothing.",
    `${EXIT_HELP}\nA call in which no fixture belongs to the gate is inconclusive.`,
  ],
  examples: [
    "rspp-contracts replay baseline.json candidate.json",
    "rspp-contracts replay recorded/ replayed/ --metadata fixtures.json --gate quick",
    "rspp-contracts replay recorded/ replayed/ --metadata fixtures.json --out reports/",
    "rspp-contracts replay baseline.json candidate.json --timing-tolerance 15 --format html > replay.html",
  ],
  async run(options, io) {
    const format = chosenFormat(options, FORMATS, "text");
    const input = await evaluate(options, io);
    const texts = {
      text: () => renderReplayText(input),
      json: () => renderReplayJson(input),
      junit: () => renderReplayJunit(input),
      markdown: () => renderReplayMarkdown(input),
      html: () => renderReplayHtml(input),
    };
    const directory = options.value("out");
    if (directory !== undefined) {
      const files = {
        "replay.txt": texts.text(),
        "replay.json": texts.json(),
        "replay.junit.xml": texts.junit(),
        "replay.md": texts.markdown(),
        "replay.html": texts.html(),
      };
      const written = await writeReports(files, { directory, cwd: io.cwd });
      io.stderr.write(`Wrote ${written.join(", ")}\n`);
    }
    io.stdout.write(
      format === "text" ? renderReplayText(input, { palette: paletteFor(io) }) : texts[format](),
    );
    const verdict = replayVerdict(input.report);
    if (verdict === "inconclusive") io.stderr.write(`${adviceFor(input)}\n`);
    return EXIT_OF[verdict];
  },
};

async function evaluate(options: ParsedOptions, io: CliIo): Promise<ReplayReportInput> {
  const paths = pathsOf(options);
  const gate = REPLAY_GATES.find((known) => known === options.value("gate")) ?? "full";
  const now = reportTime(options.value("now"), io);
  const tolerance = toleranceOption(options.value("timing-tolerance"));
  const maxBytes = parseByteSize("--max-bytes", options.value("max-bytes") ?? String(DEFAULT_MAX_BYTES));
  const path = options.value("metadata");
  const written: ReplayFixtureMetadata =
    path === undefined
      ? { fixtures: {} }
      : await readDocument(path, { cwd: io.cwd, kind: "replay_fixture_metadata", what: "fixture metadata" });
  const fixtures = await gatherFixtures(paths, { io, progress: createProgress(io), maxBytes });
  const metadata = withTolerance(written, { fixtures, tolerance });
  const shown = (one: string) => (one === "-" ? STDIN_NAME : shownPath(one, io.cwd));
  return {
    report: evaluateReplayRegression({ fixtures, metadata, gate, now }),
    fixtures,
    source: `${shown(paths.baseline)} against ${shown(paths.candidate)}`,
  };
}

function pathsOf({ positionals }: ParsedOptions): ReplayPaths {
  const [baseline, candidate] = positionals;
  if (baseline === undefined || candidate === undefined || positionals.length > 2)
    throw new UsageError(
      `Cannot replay: expected a baseline and a candidate but received ${positionals.length} ${positionals.length === 1 ? "path" : "paths"}`,
      "Run rspp-contracts replay --help",
    );
  if (baseline === "-" && candidate === "-")
    throw new UsageError("Cannot read standard input twice: expected - once but received it more often");
  return { baseline, candidate };
}

/** What the metadata says comes first. */
function withTolerance(
  metadata: ReplayFixtureMetadata,
  {
    fixtures,
    tolerance,
  }: { readonly fixtures: readonly ReplayFixtureTraces[]; readonly tolerance: number | undefined },
): ReplayFixtureMetadata {
  if (tolerance === undefined) return metadata;
  const ids = [...Object.keys(metadata.fixtures), ...fixtures.map(({ fixture_id }) => fixture_id)];
  const filled = ids.map((id) => {
    const written = Object.hasOwn(metadata.fixtures, id) ? metadata.fixtures[id] : {};
    return [id, { timing_tolerance_ms: tolerance, ...written }] as const;
  });
  return { fixtures: Object.fromEntries(filled) };
}

function toleranceOption(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new UsageError(
    `Cannot use --timing-tolerance: expected a whole number of ms from 0 to 999999999 but received ${quote(text)}`,
  );
}

function adviceFor({ report }: ReplayReportInput): string {
  const ids = report.not_selected.slice(0, 5).join(", ");
  return `Run the other gate, or give fixtures the gate "${report.gate}" or "both" in the metadata: ${ids}`;
}
