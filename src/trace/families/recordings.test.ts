import { describe, expect, test } from "vitest";
import { BASELINE_EXAMPLE } from "../../contracts/observability/baseline-evidence.ts";
import { checkTrace } from "../check-trace.ts";
import { expectCase, GOOD_TURN, IN_TURN, type InvariantCase, type Step, stream } from "../stream.test-kit.ts";

const evidence = {
  ...BASELINE_EXAMPLE,
  session_id: "session-1",
  turn_id: "t1",
  terminal_outcome: "commit",
  terminal_reason: "",
};
const lower: Step = ["recording_level_downgraded", { ...IN_TURN, reason: "pressure" }];
const text: readonly Step[] = [
  ["turn_open"],
  ["DataLane", { ...IN_TURN, payload_class: "text_raw" }],
  ["commit"],
  ["close"],
];

const CASES: Readonly<Record<string, InvariantCase>> = {
  "INV-REC-01": {
    holds: GOOD_TURN,
    breaks: GOOD_TURN,
    at: 3,
    options: { evidence: [evidence] },
    badOptions: { evidence: [] },
  },
  "INV-REC-02": {
    holds: [lower, ["silence"], ["flow_xoff", { causal_parent_id: "event-2" }]],
    breaks: [lower, ["flow_xoff", { causal_parent_id: "event-1" }]],
    at: 1,
  },
  "INV-REC-03": { holds: [lower], breaks: [lower, lower], at: 1 },
  "INV-REC-04": { holds: GOOD_TURN, breaks: text, at: 3, options: { evidence: [evidence] } },
};

describe("evidence and recording", () => {
  test.each(Object.entries(CASES))("%s is judged, held and broken", expectCase);

  test.each([
    ["incomplete", { merge_rule_id: "" }, /breaks EVD-10/],
    ["of another end", { terminal_outcome: "abort", terminal_reason: "x" }, /evidence of abort/],
  ])("evidence that is %s breaks INV-REC-01", (_, fields, received) => {
    const { violations } = checkTrace(stream(...GOOD_TURN), { evidence: [{ ...evidence, ...fields }] });
    expect(violations).toMatchObject([{ id: "INV-REC-01", received: expect.stringMatching(received) }]);
  });

  test("a turn that ends because its evidence cannot be kept may name the recording as the cause", () => {
    const abort: Step = ["abort", { reason: "recording_evidence_unavailable", causal_parent_id: "event-2" }];
    expect(checkTrace(stream(["turn_open"], lower, abort, ["close"])).violations).toEqual([]);
  });
});
