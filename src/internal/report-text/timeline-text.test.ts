/** The timeline as text: two lanes, aligned, with the first bad row marked. */
import { expect, test } from "vitest";

import { timelineText } from "./timeline-text.ts";

test("draws the world on the left and the runtime on the right", () => {
  const lines = timelineText([
    { at_ms: 0, from: "world", name: "propose_turn", turn_id: "t-1" },
    { at_ms: 0, from: "subject", name: "turn_open", turn_id: "t-1" },
    { at_ms: 120, from: "world", name: "cancel", turn_id: "t-1", detail: "scope=turn" },
    { at_ms: 120, from: "subject", name: "output_accepted", turn_id: "t-1", marked: true },
  ]);
  expect(lines).toEqual([
    "    ms  world         runtime          turn",
    "     0  propose_turn                   t-1",
    "                      turn_open        t-1",
    "   120  cancel                         t-1   scope=turn",
    ">                     output_accepted  t-1",
  ]);
});

test("text of unknown origin cannot forge a line", () => {
  const lines = timelineText([{ at_ms: 1, from: "subject", name: "a\n> b", detail: "\u001b[31mred" }]);
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain("a\\u000a> b");
  expect(lines[1]).not.toContain("\u001b");
});
