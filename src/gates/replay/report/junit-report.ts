/** The replay report as JUnit XML: one case a fixture; a fixture of the other gate is skipped. */
import type {
  ReplayFixtureResult,
  ReplayRegressionReport,
} from "../../../contracts/observability/replay-regression-report.ts";
import { xmlElement } from "../../../internal/report-text/xml-text.ts";
import { failureLines, type ReplayReportInput, replaySentence } from "./replay-report-input.ts";

/** Most reasons written out in one failure. */
const LISTED = 50;

/** The report as JUnit XML, with a line feed at the end. */
export function renderReplayJunit({ report, source }: ReplayReportInput): string {
  const cases = [
    ...report.fixtures.map(fixtureCase),
    ...report.not_selected.map((id) => testcase(id, [skipped(report)])),
    ...(report.fixtures.length === 0 ? [nothingJudged(report)] : []),
  ];
  const counts = {
    tests: cases.length,
    failures: report.counts.failed_fixtures + (report.fixtures.length === 0 ? 1 : 0),
    errors: 0,
    skipped: report.not_selected.length,
    time: "0",
  };
  const facts = { source, verdict: replaySentence(report), gate: report.gate };
  const properties = Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => xmlElement("property", { attributes: { name, value } }));
  const suite = xmlElement("testsuite", {
    attributes: { name: "Replay regression", ...counts, timestamp: report.generated_at_utc },
    children: [xmlElement("properties", { children: properties }), ...cases],
  });
  const root = xmlElement("testsuites", {
    attributes: { name: "rspp-contracts replay", ...counts },
    children: [suite],
  });
  return `<?xml version="1.0" encoding="UTF-8"?>\n${root}\n`;
}

const testcase = (name: string, children: readonly string[]) =>
  xmlElement("testcase", { attributes: { classname: "replay-regression", name, time: "0" }, children });

const skipped = ({ gate }: ReplayRegressionReport) =>
  xmlElement("skipped", { attributes: { message: `Not in the ${gate} gate` } });

const nothingJudged = (report: ReplayRegressionReport) =>
  testcase("Gate has fixtures to judge", [
    xmlElement("failure", { attributes: { message: replaySentence(report), type: "no_fixtures" }, text: "" }),
  ]);

function fixtureCase(fixture: ReplayFixtureResult): string {
  const reasons = failureLines(fixture);
  const [first] = reasons;
  if (first === undefined) return testcase(fixture.fixture_id, []);
  const rest = reasons.length - LISTED;
  const lines = [
    ...reasons.slice(0, LISTED).map(({ kind, scope, message }) => `${kind} ${scope}: ${message}`),
    ...(rest > 0 ? [`... and ${rest} more`] : []),
  ];
  const more = reasons.length > 1 ? ` (and ${reasons.length - 1} more)` : "";
  return testcase(fixture.fixture_id, [
    xmlElement("failure", {
      attributes: { message: `${first.message}${more}`, type: first.kind },
      text: lines.join("\n"),
    }),
  ]);
}
