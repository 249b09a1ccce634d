import { describe, expect, test } from "vitest";
import { checkTrace } from "../check-trace.ts";
import { expectCase, GOOD_TURN, IN_TURN, type InvariantCase, type Step, stream } from "../stream.test-kit.ts";

const open: Step = ["turn_open"];
const close: Step = ["close"];
const failed: Step = ["abort", { reason: "provider_failure" }];
const t2 = { turn_id: "t2" };

const CASES: Readonly<Record<string, InvariantCase>> = {
  "INV-LIFE-01": { holds: GOOD_TURN, breaks: [open, ["commit"], failed, close], at: 2 },
  "INV-LIFE-02": {
    holds: GOOD_TURN,
    breaks: [open, ["commit"], ["turn_open", t2], ["commit", t2], ["close", t2], close],
    at: 4,
  },
  "INV-LIFE-03": {
    holds: [["turn_open_proposed"], ["reject", { reason: "full" }]],
    breaks: [["turn_open_proposed"], ["reject", { reason: "full" }], ["close"]],
    at: 2,
  },
  "INV-LIFE-04": {
    holds: [["turn_open_proposed"], open, failed, close],
    breaks: [["turn_open_proposed"], ["defer", { reason: "stale" }], open, failed, close],
    at: 2,
  },
  "INV-LIFE-05": {
    holds: [open, failed, close, ["DataLane", { ...IN_TURN, late_after_cancel: true }]],
    breaks: [open, failed, close, open],
    at: 3,
  },
  "INV-LIFE-06": {
    holds: [...GOOD_TURN, ["playback_completed"]],
    breaks: [open, ["DataLane", IN_TURN], ["commit"], ["DataLane", IN_TURN], close],
    at: 3,
  },
  "INV-LIFE-07": {
    holds: [
      open,
      ["deauthorized_drain", { ...IN_TURN, reason: "revoked" }],
      ["abort", { reason: "authority_loss" }],
      close,
    ],
    breaks: [
      open,
      ["cancel", { ...IN_TURN, scope: "turn" }],
      ["deauthorized_drain", { ...IN_TURN, reason: "revoked" }],
      ["abort", { reason: "cancelled" }],
      close,
    ],
    at: 3,
  },
  "INV-LIFE-08": {
    holds: [open, failed, close, ["turn_open", t2]],
    breaks: [open, ["turn_open", t2], failed, close],
    at: 1,
  },
};

describe("turn lifecycle", () => {
  test.each(Object.entries(CASES))("%s is judged, held and broken", expectCase);

  test.each<[string, readonly Step[], string, number]>([
    ["a close without a terminal", [open, close], "INV-LIFE-01", 1],
    ["a commit of a turn that never opened", [["commit"], close], "INV-LIFE-01", 0],
    ["a second close", [open, failed, close, close], "INV-LIFE-01", 3],
    ["an abort without reason", [open, ["abort", { reason: undefined }], close], "INV-LIFE-07", 1],
    ["data of a turn that failed", [open, failed, close, ["DataLane", IN_TURN]], "INV-LIFE-05", 3],
    ["an abort after admit alone", [["admit", { reason: "ok" }], failed], "INV-LIFE-03", 1],
    [
      "a commit after deauthorized_drain",
      [open, ["deauthorized_drain", { ...IN_TURN, reason: "revoked" }], ["commit"], close],
      "INV-LIFE-07",
      2,
    ],
    ["an end of the session without the end of the turn", [open, ["ended"]], "INV-LIFE-02", 1],
    [
      "a second turn on one proposal",
      [["turn_open_proposed"], open, failed, close, ["turn_open", t2]],
      "INV-LIFE-04",
      4,
    ],
  ])("refuses %s", (_, steps, id, at) => {
    const { violations } = checkTrace(stream(...steps));
    expect(violations.map((one) => [one.id, one.event_index])).toEqual([[id, at]]);
  });

  test("a turn may end after the session's connection did", () => {
    const steps: Step[] = [open, ["ended"], ["abort", { reason: "transport_disconnect_or_stall" }], close];
    expect(checkTrace(stream(...steps)).violations).toEqual([]);
  });

  test("a pre-turn refusal of the next turn does not touch the active one", () => {
    const steps: Step[] = [
      ["turn_open_proposed"],
      open,
      ["turn_open_proposed"],
      ["deauthorized_drain", { reason: "revoked" }],
      ["commit"],
      close,
    ];
    expect(checkTrace(stream(...steps)).violations).toEqual([]);
  });

  test("turns may overlap where the arbitration policy says so", () => {
    const steps: Step[] = [open, ["turn_open", t2], failed, close];
    expect(checkTrace(stream(...steps), { concurrentTurns: true }).violations).toEqual([]);
  });

  test("a stream that begins within a turn holds nothing against it", () => {
    const { violations, summary } = checkTrace(stream(["DataLane", IN_TURN], ["commit"], close), {
      startsMidway: true,
    });
    expect(violations).toEqual([]);
    expect(summary.notes).toHaveLength(1);
  });
});
