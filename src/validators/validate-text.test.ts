import { expect, test } from "vitest";

import { buildEvent } from "../contracts/events/build-event.ts";
import { validateText } from "./validate-text.ts";

test("diagnostics of pretty-printed text carry line and column of the value", () => {
  const text = JSON.stringify({ ...buildEvent(), lane: "Nowhere" }, null, 2);
  const line = text.split("\n").findIndex((each) => each.includes('"lane"')) + 1;
  expect(validateText("event_record", text)).toMatchObject({
    ok: false,
    diagnostics: [{ rule: "EVT-05", line, column: 11 }],
  });
});

test("a missing field is placed at the object that it is missing from", () => {
  expect(validateText("turn_transition", '\n  {"trigger":"commit"}')).toMatchObject({
    diagnostics: [{ path: "/from_state", line: 2, column: 3 }, {}, {}],
  });
});

test("valid text comes back as the value, warnings with their place", () => {
  const event = buildEvent();
  expect(validateText("event", JSON.stringify(event))).toEqual({ ok: true, value: event });
  expect(validateText("event", new TextEncoder().encode(JSON.stringify(event)))).toEqual({
    ok: true,
    value: event,
  });
});

test.each([
  ["a repeated name", '{"a":1,"\\u0061":2}', "JSN-01"],
  ["a lone surrogate", '{"a":"\\ud800"}', "JSN-02"],
  ["truncated UTF-8", new Uint8Array([0x22, 0xe2, 0x82]), "JSN-03"],
  ["a byte order mark", "\ufeff{}", "JSN-04"],
  ["trailing data", "{} {}", "JSN-05"],
  ["nothing", "  ", "JSN-05"],
  ["nesting beyond 64 levels", "[".repeat(65) + "]".repeat(65), "JSN-06"],
  ["a number out of range", "[1e400]", "JSN-08"],
])("%s is refused by its rule with line and column", (_name, text, rule) => {
  const result = validateText("event", text);
  expect(result.ok || result.diagnostics[0]).toMatchObject({ rule, severity: "error", line: 1 });
  expect(result.ok || result.diagnostics[0]?.column).toBeGreaterThan(0);
});

test("text over the limit is refused by JSN-07", () => {
  expect(validateText("event", `"${"x".repeat(100)}"`, { maxLength: 50 })).toMatchObject({
    diagnostics: [{ rule: "JSN-07" }],
  });
});
