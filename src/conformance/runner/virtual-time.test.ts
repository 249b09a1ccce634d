/** The kit lives in virtual time: no timer, no clock and no randomness of the machine has a say. */
import { afterEach, expect, test, vi } from "vitest";

import { conformanceJson } from "../report/conformance-json.ts";
import { referenceSubject } from "../subject/reference-subject.ts";
import { runConformance } from "./run-conformance.ts";

afterEach(() => vi.restoreAllMocks());

test("a run of the quick profile asks the machine for nothing", async () => {
  const first = conformanceJson(await runConformance(referenceSubject()));
  const spies = [
    vi.spyOn(globalThis, "setTimeout"),
    vi.spyOn(globalThis, "setInterval"),
    vi.spyOn(globalThis, "setImmediate"),
    vi.spyOn(Date, "now"),
    vi.spyOn(performance, "now"),
    vi.spyOn(Math, "random"),
  ];
  const second = conformanceJson(await runConformance(referenceSubject()));
  const asked = spies
    .map((spy) => `${spy.getMockName()} ${spy.mock.calls.length}`)
    .filter((text) => !text.endsWith(" 0"));
  vi.restoreAllMocks();
  expect(asked).toEqual([]);
  expect(second).toBe(first);
});

test("a clock that jumps and randomness that is not random change nothing", async () => {
  const first = conformanceJson(await runConformance(referenceSubject(), { checks: ["MB-006", "CF-001"] }));
  let now = 0;
  vi.spyOn(Date, "now").mockImplementation(() => {
    now += 86_400_000;
    return now;
  });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  const second = conformanceJson(await runConformance(referenceSubject(), { checks: ["MB-006", "CF-001"] }));
  expect(second).toBe(first);
});
