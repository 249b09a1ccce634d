/**
 * The conformance kit: packs of checks that prove or refute that a runtime keeps the contract, in process or as a
 * program in any language, in virtual time. Loads fast-check; `node:` modules only when a process is spawned.
 *
 * @example
 * import { defineSubject, runConformance } from "@rspp/contracts/v1/conformance";
 *
 * const subject = defineSubject({
 *   name: "my-runtime",
 *   version: "1.0.0",
 *   capabilities: ["turns"],
 *   create: () => createMyRuntime(),
 * });
 * const report = await runConformance(subject);
 * for (const { check_id, failure } of report.subjects[0].results) if (failure) console.log(check_id, failure.replay);
 */

export type { NewEntry } from "../conformance/baseline/update-baseline.ts";
export { updateBaseline } from "../conformance/baseline/update-baseline.ts";
export type {
  Check,
  CheckCategory,
  CheckContext,
  CheckHead,
  ConformanceProfileName,
  DrivenRun,
  Driver,
  Pack,
  RoundCheck,
  ScenarioCheck,
  Schedule,
  ScheduleCheck,
} from "../conformance/check/check.ts";
export { defineCheck, definePack } from "../conformance/check/check.ts";
export type { Finding, Inconclusive, Judgement } from "../conformance/check/finding.ts";
export type { Instants, Run, RunPlace } from "../conformance/check/run.ts";
export type { Corpus, CorpusEntry } from "../conformance/corpus/corpus.ts";
export { corpusText, createCorpus, parseCorpus } from "../conformance/corpus/corpus.ts";
export { ALL_PACKS } from "../conformance/packs/all-packs.ts";
export { conformanceJson } from "../conformance/report/conformance-json.ts";
export { conformanceJunit } from "../conformance/report/conformance-junit.ts";
export { conformanceMarkdown } from "../conformance/report/conformance-markdown.ts";
export { renderConformanceHtml } from "../conformance/report/html/conformance-html.ts";
export type { ConformanceTextOptions } from "../conformance/report/text/conformance-text.ts";
export { conformanceText } from "../conformance/report/text/conformance-text.ts";
export type { ConformanceOptions, ConformanceProgress } from "../conformance/runner/conformance-options.ts";
export { runConformance } from "../conformance/runner/run-conformance.ts";
export type { ResolvedScenario } from "../conformance/scenario/resolve-scenario.ts";
export { openSession, resolveScenario } from "../conformance/scenario/resolve-scenario.ts";
export { STANDARD_PLAN } from "../conformance/scenario/standard-plan.ts";
export type { SelfTestOptions, SelfTestReport, SelfTestResult } from "../conformance/self-test/self-test.ts";
export { selfTest } from "../conformance/self-test/self-test.ts";
export type { SubjectDefinition, SubjectRuntime } from "../conformance/subject/define-subject.ts";
export { defineSubject } from "../conformance/subject/define-subject.ts";
export { referenceSubject } from "../conformance/subject/reference-subject.ts";
export type { SubjectStreams } from "../conformance/subject/serve-subject.ts";
export { serveSubject } from "../conformance/subject/serve-subject.ts";
export type { SpawnOptions } from "../conformance/subject/spawn-subject.ts";
export { spawnSubject } from "../conformance/subject/spawn-subject.ts";
export type {
  RunRecord,
  RunScript,
  Subject,
  SubjectDescription,
  SubjectFault,
} from "../conformance/subject/subject.ts";
export type { SubjectLimits } from "../conformance/subject/subject-limits.ts";
export { UnsupportedStimulusError } from "../conformance/subject/unsupported-stimulus-error.ts";
export type { ConformanceSuiteOptions } from "../conformance/suite/conformance-suite.ts";
export { conformanceSuite } from "../conformance/suite/conformance-suite.ts";
export type { TestRunner } from "../conformance/suite/test-runner.ts";
export type { SubjectCapability } from "../contracts/conformance/capability.ts";
export { SUBJECT_CAPABILITIES } from "../contracts/conformance/capability.ts";
export type { ConformanceBaseline, KnownFailure } from "../contracts/conformance/conformance-baseline.ts";
export type {
  BaselineStanding,
  CheckFailure,
  CheckResult,
  ConformanceReport,
  ConformanceVerdict,
  SubjectReport,
  TimelineRow,
} from "../contracts/conformance/conformance-report.ts";
export type { Expectation, Pattern, Scenario, ScenarioStep } from "../contracts/conformance/scenario.ts";
export type { JsonObject, Stimulus } from "../contracts/conformance/stimulus.ts";
export type {
  StimulusOutcome,
  SubjectReply,
  SubjectRequest,
} from "../contracts/conformance/subject-message.ts";
export { SUBJECT_PROTOCOL } from "../contracts/conformance/subject-message.ts";
export type { ReferenceRun, RunSettings } from "../reference/driven-run.ts";
export type { Incident, IncidentRates, LoopbackOptions } from "../reference/loopback/loopback-options.ts";
export { HEALTHY_RATES, INCIDENTS } from "../reference/loopback/loopback-options.ts";
export type { LoopbackRun } from "../reference/loopback/run-loopback.ts";
export { runLoopback } from "../reference/loopback/run-loopback.ts";
export type { ReferenceParts } from "../reference/reference-parts.ts";
export { REFERENCE_PLAN } from "../reference/reference-plan.ts";
export type { ReferenceRuntime, RunStart } from "../reference/reference-runtime.ts";
export { createReferenceRuntime } from "../reference/reference-runtime.ts";
export type { RecordedSession, ScriptRecording } from "../reference/replay/recorded-session.ts";
export { recordSession, recordTurnScript } from "../reference/replay/recorded-session.ts";
export type { ReplayCandidate, ReplayOptions, SessionReplay } from "../reference/replay/replay-session.ts";
export { createReplay, cursorAt } from "../reference/replay/replay-session.ts";
export { formatTurnScript } from "../reference/script/format-turn-script.ts";
export type { TurnScriptReading } from "../reference/script/parse-turn-script.ts";
export { parseTurnScript } from "../reference/script/parse-turn-script.ts";
export type { TurnScriptRun } from "../reference/script/run-turn-script.ts";
export { runTurnScript } from "../reference/script/run-turn-script.ts";
export { formatTimeline } from "../reference/script/script-timeline.ts";
export type {
  ScriptProblem,
  ScriptSettings,
  ScriptStatement,
  ScriptStep,
  ScriptValue,
  TurnScript,
} from "../reference/script/turn-script.ts";
