import { describe, expect, it } from "vitest";

import type { IdsLock } from "../../scripts/generate/conformance/ids-lock.ts";
import { nextIdsLock } from "../../scripts/generate/conformance/ids-lock.ts";

const NONE = { requirements: [], checks: [], scenarios: [] };
const current = { ...NONE, rules: ["EVT-01", "EVT-02"], vectors: ["EVT-01/valid/event/a"] };
const first: IdsLock = nextIdsLock(undefined, current);
const without = (id: string) => ({
  ...NONE,
  rules: current.rules.filter((one) => one !== id),
  vectors: current.vectors.filter((one) => one !== id),
});
const buried = (...ids: string[]): IdsLock => ({
  ...first,
  tombstones: ids.map((id) => ({ id, reason: "It said the opposite of what it should" })),
});

describe("the lock of public ids", () => {
  it("starts with every id that there is", () => {
    expect(first.rules).toEqual({ "EVT-01": "active", "EVT-02": "active" });
    expect(first.vectors).toEqual({ "EVT-01/valid/event/a": "active" });
  });

  it("takes up new ids and keeps the old ones", () => {
    const next = nextIdsLock(first, { ...current, rules: [...current.rules, "EVT-00"] });
    expect(Object.keys(next.rules)).toEqual(["EVT-00", "EVT-01", "EVT-02"]);
    expect(nextIdsLock(next, { ...current, rules: [...current.rules, "EVT-00"] })).toEqual(next);
  });

  it.each(["EVT-02", "EVT-01/valid/event/a"])("refuses that %s disappears", (id) => {
    expect(() => nextIdsLock(first, without(id))).toThrow(
      `Cannot drop a published id: expected a tombstone with a reason in conformance/v1/ids.lock.json but received ${id}`,
    );
  });

  it("lets an id go that has a tombstone, and remembers it", () => {
    const next = nextIdsLock(buried("EVT-02"), without("EVT-02"));
    expect(next.rules).toEqual({ "EVT-01": "active", "EVT-02": "tombstoned" });
    expect(next.tombstones.map(({ id }) => id)).toEqual(["EVT-02"]);
    expect(nextIdsLock(next, without("EVT-02"))).toEqual(next);
  });

  it("refuses that a tombstoned id comes back, or stays", () => {
    expect(() => nextIdsLock(buried("EVT-02"), current)).toThrow(
      "Cannot use an id again: expected ids without a tombstone but received EVT-02",
    );
  });

  it("refuses an id that two vectors have", () => {
    const twice = { ...current, vectors: [...current.vectors, ...current.vectors] };
    expect(() => nextIdsLock(first, twice)).toThrow("Cannot use an id twice");
  });
});
