import { describe, expect, test } from "vitest";
import { checkTrace } from "../check-trace.ts";
import { expectCase, IN_TURN, type InvariantCase, type Step, stream, tallyOf } from "../stream.test-kit.ts";

const at = (authority_epoch: number) => ({ authority_epoch });
const open: Step = ["turn_open"];
const rotated: Step = ["lease_rotated", at(2)];
const refused: Step = ["stale_epoch_reject", { ...IN_TURN, reason: "stale", ...at(2) }];
const lost: readonly Step[] = [
  ["deauthorized_drain", { ...IN_TURN, reason: "revoked" }],
  ["abort", { reason: "authority_loss" }],
  ["close"],
];

const CASES: Readonly<Record<string, InvariantCase>> = {
  "INV-AUTH-01": {
    holds: [
      ["admit", { reason: "ok" }],
      ["admit", { reason: "ok", ...at(2) }],
    ],
    breaks: [
      ["admit", { reason: "ok", ...at(2) }],
      ["admit", { reason: "ok" }],
    ],
    at: 1,
  },
  "INV-AUTH-02": {
    holds: [open, rotated, ["DataLane", IN_TURN], refused, ...lost],
    breaks: [open, rotated, ["output_accepted"], ...lost],
    at: 2,
  },
  "INV-AUTH-03": {
    holds: [["lease_issued"], rotated],
    breaks: [["lease_issued", at(2)], ["lease_rotated"]],
    at: 1,
  },
  "INV-AUTH-04": {
    holds: [["lease_issued"], ["migration_start"], ["silence"], rotated, ["migration_finish", at(2)]],
    breaks: [["lease_issued"], ["migration_start"], ["silence", at(2)], ["migration_finish", at(2)]],
    at: 2,
  },
  "INV-AUTH-05": {
    holds: [open],
    breaks: [open, ["silence", { authority_epoch: undefined }]],
    at: 1,
  },
};

const ids = (...steps: readonly Step[]) => {
  const { violations } = checkTrace(stream(...steps));
  return violations.map((one) => [one.id, one.event_index]);
};

describe("authority", () => {
  test.each(Object.entries(CASES))("%s is judged, held and broken", expectCase);

  test("an old placement may drain its turn under its old epoch", () => {
    expect(ids(open, rotated, ...lost)).toEqual([]);
    expect(ids(open, rotated, ["commit"], ["close"])).toEqual([
      ["INV-AUTH-01", 2],
      ["INV-AUTH-01", 3],
    ]);
  });

  test("a stale record that nothing refused is proven accepted at the end of its turn", () => {
    const data: Step = ["DataLane", IN_TURN];
    expect(ids(open, rotated, data, ...lost)).toEqual([["INV-AUTH-02", 2]]);
    expect(ids(open, rotated, data)).toEqual([["INV-AUTH-02", 2]]);
    expect(ids(open, rotated, refused, data, ...lost)).toEqual([]);
  });

  test("a refusal that names its record refuses no other", () => {
    const naming: Step = [
      "stale_epoch_reject",
      { ...IN_TURN, reason: "stale", ...at(2), causal_parent_id: "event-4" },
    ];
    const data: Step = ["DataLane", IN_TURN];
    expect(ids(open, rotated, data, data, naming, ...lost)).toEqual([["INV-AUTH-02", 2]]);
  });

  test("a rotation that is written under the old epoch is proven wrong by the next event", () => {
    const same: Step = ["lease_rotated"];
    expect(ids(["lease_issued"], same, ["silence", at(2)])).toEqual([]);
    expect(ids(["lease_issued"], same, ["silence"])).toEqual([["INV-AUTH-03", 2]]);
  });

  test("a record of a turn without an epoch must be refused, one of the session may go without", () => {
    const none = { authority_epoch: undefined };
    expect(ids(open, ["DataLane", { ...IN_TURN, ...none }], ["commit"], ["close"])).toEqual([
      ["INV-AUTH-05", 1],
    ]);
    expect(ids(open, ["TelemetryLane", none], ["commit"], ["close"])).toEqual([]);
  });

  test("nothing is known of a rotation before the first epoch", () => {
    expect(tallyOf(checkTrace(stream(["lease_rotated"])), "INV-AUTH-03")).toMatchObject({
      checked: 0,
      unknown: 1,
    });
  });
});
