/** Reports for tests: a realistic one with every standing, a large one, one full of any text, and arbitrary ones. */
import fc from "fast-check";

import { SUBJECT_CAPABILITIES } from "../../contracts/conformance/capability.ts";
import type {
  BaselineStanding,
  CheckFailure,
  CheckResult,
  ConformanceReport,
  SubjectReport,
  TimelineRow,
} from "../../contracts/conformance/conformance-report.ts";
import { hostileText } from "../../internal/report-text/hostile-text.test-kit.ts";
import { breaksRun, type Standing, standingOf } from "./standing.ts";

const TITLES = [
  "A turn opens once, after it was proposed",
  "A turn ends with exactly one terminal signal",
  "Nothing of a cancelled turn is delivered",
  "An epoch that was replaced has no say",
  "Barge-in stops playback within its budget",
  "A full edge sheds by its policy and says so, whatever the order in which lanes were offered",
  "Credits are never spent twice",
  "A replay of a recorded run has no divergence",
  "A draining runtime takes no session",
  "Stale snapshots defer or reject, as the profile says",
] as const;

const TIMELINE: readonly TimelineRow[] = [
  { at_ms: 0, from: "world", name: "open_session", detail: "authority_epoch=7" },
  { at_ms: 0, from: "world", name: "propose_turn", turn_id: "t-1", detail: "" },
  {
    at_ms: 0,
    from: "subject",
    name: "turn_open",
    turn_id: "t-1",
    detail: "authority_epoch=7",
    event_id: "e-1",
  },
  {
    at_ms: 120,
    from: "world",
    name: "output",
    turn_id: "t-1",
    detail: "text=Hello provider_invocation_id=p-1",
  },
  { at_ms: 120, from: "subject", name: "output_accepted", turn_id: "t-1", detail: "", event_id: "e-2" },
  { at_ms: 180, from: "world", name: "cancel", turn_id: "t-1", detail: "scope=turn" },
  { at_ms: 181, from: "subject", name: "abort", turn_id: "t-1", detail: "reason=cancelled", event_id: "e-3" },
  { at_ms: 181, from: "subject", name: "close", turn_id: "t-1", detail: "", event_id: "e-4" },
  {
    at_ms: 240,
    from: "world",
    name: "output",
    turn_id: "t-1",
    detail: "text=again provider_invocation_id=p-1",
  },
  {
    at_ms: 240,
    from: "subject",
    name: "output_accepted",
    turn_id: "t-1",
    detail: "provider_invocation_id=p-1",
    event_id: "e-5",
    marked: true,
  },
  { at_ms: 240, from: "subject", name: "output_delivered", turn_id: "t-1", detail: "", event_id: "e-6" },
];

/** A failure as a run finds it. */
export function failureOf(check_id: string): CheckFailure {
  return {
    code: "late_output_delivered",
    requirement: "INV-CXL-02",
    message: 'Turn "t-1": expected no output after its abort but received output_accepted 60 ms later',
    expected: "no output_accepted of the turn after its abort at 180 ms",
    received: "output_accepted at 240 ms",
    likely_cause: "Output of a provider is not fenced by the cancel of its turn",
    seed: 42,
    path: "3:1",
    replay: `npx rspp-contracts conformance --subject "./runtime" --check ${check_id} --seed 42 --path 3:1`,
    scenario_id: `${check_id}/late-output`,
    stimuli: [
      [{ kind: "open_session", session_id: "sess-1" }],
      [{ kind: "cancel", session_id: "sess-1", scope: "turn", turn_id: "t-1" }],
    ],
    timeline: TIMELINE,
  };
}

const entryOf = (status: BaselineStanding["status"]): BaselineStanding => ({
  status,
  reason: "The cancel fence is being rebuilt",
  issue: "https://example.org/tracker/cancel-fence",
  owner: "runtime-team",
  expires: status === "expired" ? "2026-01-31" : "2026-12-31",
});

/** A result that stands like this. */
export function resultOf(standing: Standing, index = 0): CheckResult {
  const check_id = `CF-${String(index + 1).padStart(3, "0")}`;
  const title = TITLES[index % TITLES.length] ?? "";
  const requirement = `${title}, for every order of what happens at one instant`;
  const level = standing === "warning" ? ("SHOULD" as const) : ("MUST" as const);
  const head = { check_id, level, title, requirement, source: "contracts-v1 section 4", runs: 25 };
  const failed = { ...head, verdict: "fail" as const, runs: 7, failure: failureOf(check_id) };
  switch (standing) {
    case "pass":
      return { ...head, verdict: "pass" };
    case "fail":
    case "warning":
      return failed;
    case "known":
    case "expired":
      return { ...failed, baseline: entryOf(standing) };
    case "stale":
      return { ...head, verdict: "pass", baseline: entryOf("stale") };
    case "not_applicable": {
      const missing = SUBJECT_CAPABILITIES[index % 3 === 0 ? 17 : 14] ?? "replay";
      const reason = `The subject does not declare capability "${missing}"`;
      return { ...head, verdict: standing, runs: 0, reason, missing_capability: missing };
    }
    case "could_not_run":
      return { ...head, verdict: standing, runs: 3, reason: "The subject did not answer within 5000 ms" };
  }
}

/** A subject with these results; verdict and counts follow from them. */
export function subjectOf(
  results: readonly CheckResult[],
  about: { readonly name?: string; readonly version?: string; readonly language?: string } = {},
): SubjectReport {
  const count = (wanted: (result: CheckResult) => boolean) => results.filter(wanted).length;
  const isOpen = (result: CheckResult) => result.verdict === "fail" && standingOf(result) !== "known";
  const executed = count(({ verdict }) => verdict === "pass" || verdict === "fail");
  return {
    name: "loopback",
    version: "1.2.0",
    capabilities: ["turns", "cancel", "authority"],
    ...about,
    passed: executed > 0 && !results.some((result) => breaksRun(standingOf(result))),
    summary: {
      expected: results.length,
      executed,
      pass: count(({ verdict }) => verdict === "pass"),
      fail: count((result) => isOpen(result) && result.level === "MUST"),
      warn: count((result) => isOpen(result) && result.level === "SHOULD"),
      known: count((result) => standingOf(result) === "known"),
      not_applicable: count(({ verdict }) => verdict === "not_applicable"),
      could_not_run: count(({ verdict }) => verdict === "could_not_run"),
    },
    results,
  };
}

/** A report of these subjects. */
export function reportOf(subjects: readonly SubjectReport[]): ConformanceReport {
  return {
    schema_version: "rspp.conformance.report.v1",
    kit_version: "0.1.0",
    profile: "full",
    seed: 42,
    passed: subjects.every(({ passed }) => passed),
    subjects,
  };
}

/** Every standing, in the order in which reports explain them. */
export const STANDINGS: readonly Standing[] = [
  "pass",
  "fail",
  "warning",
  "known",
  "stale",
  "expired",
  "not_applicable",
  "could_not_run",
];

/** Three subjects: one that passes, one with every standing, one that cannot be reached. */
export function sampleReport(): ConformanceReport {
  const good = Array.from({ length: 10 }, (_, index) =>
    resultOf(index % 7 === 6 ? "not_applicable" : "pass", index),
  );
  const mixed = STANDINGS.map((standing, index) => resultOf(standing, index));
  const gone = good.map((_, index) => ({ ...resultOf("could_not_run", index), runs: 0 }));
  return reportOf([
    subjectOf(good, { language: "typescript" }),
    subjectOf([...mixed, resultOf("not_applicable", 8), resultOf("pass", 9)], {
      name: "voice-runtime",
      version: "0.9.0-rc.2",
      language: "go",
    }),
    subjectOf(gone, { name: "(unknown subject)", version: "" }),
  ]);
}

/** As many subjects and checks as asked, with long names and failures here and there. */
export function largeReport({ subjects = 30, checks = 45 } = {}): ConformanceReport {
  const standing = (at: number): Standing =>
    at % 41 === 40
      ? "fail"
      : at % 67 === 66
        ? "known"
        : at % 89 === 88
          ? "warning"
          : at % 13 === 12
            ? "not_applicable"
            : "pass";
  return reportOf(
    Array.from({ length: subjects }, (_, subject) => {
      const results = Array.from({ length: checks }, (_, check) =>
        resultOf(
          subject === 11
            ? "could_not_run"
            : standing(subject % 4 === 0 ? check % 12 : subject * checks + check),
          check,
        ),
      );
      return subjectOf(results, {
        name:
          subject % 3 === 1 ? `realtime-speech-pipeline-runtime-for-edge-${subject}` : `runtime-${subject}`,
        version: subject % 5 === 4 ? "2026.11.0-nightly.20261121+build.4711" : "1.2.0",
      });
    }),
  );
}

/** The sample with the text wherever a subject, a check or a baseline can put one. */
export function reportWithText(text: string): ConformanceReport {
  const failure = {
    ...failureOf("CF-001"),
    code: text,
    requirement: text,
    message: text,
    expected: text,
    received: text,
    likely_cause: text,
    path: text,
    replay: text,
    scenario_id: text,
  };
  const timeline = TIMELINE.map((row) => ({
    ...row,
    name: text,
    turn_id: text,
    detail: text,
    event_id: text,
  }));
  const stimuli = [[{ kind: text, [text]: [text] }]];
  const results = STANDINGS.map((standing, index): CheckResult => {
    const { baseline, failure: found, reason, ...result } = resultOf(standing, index);
    return {
      ...result,
      check_id: `${index}${text}`,
      title: text,
      requirement: text,
      source: text,
      ...(reason !== undefined && { reason: text }),
      ...(baseline !== undefined && {
        baseline: { ...baseline, reason: text, issue: text, owner: text, expires: text },
      }),
      ...(found !== undefined && { failure: { ...failure, timeline, stimuli } }),
    };
  });
  const about = { name: text, version: text, language: text };
  return { ...reportOf([subjectOf(results, about), subjectOf([], about)]), kit_version: text };
}

const text = hostileText;
const row: fc.Arbitrary<TimelineRow> = fc.record(
  {
    at_ms: fc.nat(),
    from: fc.constantFrom("world", "subject"),
    name: text,
    turn_id: text,
    detail: text,
    event_id: text,
    marked: fc.boolean(),
  },
  { requiredKeys: ["at_ms", "from", "name", "detail"] },
);
const failure: fc.Arbitrary<CheckFailure> = fc.record(
  {
    code: text,
    requirement: text,
    message: text,
    expected: text,
    received: text,
    likely_cause: text,
    seed: fc.nat(),
    path: text,
    replay: text,
    scenario_id: text,
    stimuli: fc.array(fc.array(fc.dictionary(text, fc.jsonValue(), { maxKeys: 3 }), { maxLength: 2 }), {
      maxLength: 2,
    }),
    timeline: fc.array(row, { maxLength: 4 }),
  },
  {
    requiredKeys: [
      "code",
      "requirement",
      "message",
      "expected",
      "received",
      "seed",
      "replay",
      "stimuli",
      "timeline",
    ],
  },
);
const baseline: fc.Arbitrary<BaselineStanding> = fc.record({
  status: fc.constantFrom("known", "stale", "expired", "other_failure"),
  reason: text,
  issue: text,
  owner: text,
  expires: text,
});
const result: fc.Arbitrary<CheckResult> = fc.record(
  {
    check_id: text,
    level: fc.constantFrom("MUST", "SHOULD"),
    title: text,
    requirement: text,
    source: text,
    verdict: fc.constantFrom("pass", "fail", "not_applicable", "could_not_run"),
    runs: fc.nat(),
    reason: text,
    missing_capability: fc.constantFrom(...SUBJECT_CAPABILITIES),
    failure,
    baseline,
  },
  { requiredKeys: ["check_id", "level", "title", "requirement", "source", "verdict", "runs"] },
);

/** Any report that the type allows, consistent or not; check ids are unique in a subject. */
export const anyReport: fc.Arbitrary<ConformanceReport> = fc
  .array(
    fc.record({
      results: fc.uniqueArray(result, { selector: ({ check_id }) => check_id, maxLength: 5 }),
      name: text,
      version: text,
      language: text,
      passed: fc.boolean(),
    }),
    { maxLength: 7 },
  )
  .map((subjects) =>
    reportOf(subjects.map(({ results, passed, ...about }) => ({ ...subjectOf(results, about), passed }))),
  );
