import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { emptyView } from "../view/event-view.ts";
import { numberOfKind } from "../view/kind-numbers.ts";
import { isUsed, takeId, type UsedIds, usedIds, useOf } from "./used-ids.ts";
import { readUsedIds, writeUsedIds } from "./used-ids-state.ts";

function use(
  ids: UsedIds,
  session: number,
  event_id: string,
  fields: { index?: number; kind?: string } = {},
) {
  const view = emptyView();
  view.event_id = event_id;
  view.index = fields.index ?? 0;
  view.kind = fields.kind ?? "silence";
  view.kindNumber = numberOfKind(view.kind);
  view.idempotency_key = `key of ${event_id}`;
  view.session_number = session;
  const found = useOf(ids, view);
  takeId(ids, view);
  return found;
}

const anyId = fc.oneof(
  fc.string({ minLength: 1, maxLength: 12 }),
  fc.string({ unit: "binary", minLength: 1, maxLength: 4 }),
  fc.integer({ min: 250, max: 260 }).map((length) => "x".repeat(length)),
);

describe("used ids", () => {
  test("are found as long as a set of them would have them", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat(2), anyId), { maxLength: 300 }), (uses) => {
        const ids = usedIds(1000);
        const known = new Set<string>();
        for (const [session, id] of uses) {
          const key = `${session} ${id}`;
          expect(isUsed(ids, { session_number: session, firstTaken: 0, event_id: id })).toBe(known.has(key));
          const found = use(ids, session, id);
          expect(found?.at.event_id).toBe(known.has(key) ? id : undefined);
          known.add(key);
        }
      }),
    );
  });

  test("of other sessions are other ids", () => {
    const ids = usedIds(32);
    use(ids, 1, "a");
    expect(useOf(ids, { session_number: 2, event_id: "a" })).toBeUndefined();
    expect(useOf(ids, { session_number: 1, event_id: "a" })).toMatchObject({
      idempotency_key: "key of a",
      at: { signal: "silence" },
    });
  });

  test("know the signals of later versions by their name", () => {
    const ids = usedIds(32);
    use(ids, 1, "a", { kind: "later_signal", index: 7 });
    expect(useOf(ids, { session_number: 1, event_id: "a" })?.at).toMatchObject({
      signal: "later_signal",
      event_index: 7,
    });
  });

  test("are remembered for as long as promised and not for ever", () => {
    const ids = usedIds(32);
    for (let at = 0; at < 1000; at += 1) {
      expect(use(ids, 1, `id-${at}`)).toBeUndefined();
      const longest = isUsed(ids, {
        session_number: 1,
        firstTaken: 0,
        event_id: `id-${Math.max(0, at - 31)}`,
      });
      expect(longest).toBe(true);
    }
    expect(isUsed(ids, { session_number: 1, firstTaken: 0, event_id: "id-3" })).toBeUndefined();
    expect(isUsed(ids, { session_number: 1, firstTaken: 999, event_id: "id-3" })).toBe(false);
  });

  test("are the same after they were saved and read", () => {
    fc.assert(
      fc.property(
        fc.array(anyId, { maxLength: 120 }),
        fc.array(anyId, { maxLength: 80 }),
        (before, after) => {
          const ids = usedIds(32);
          for (const [index, id] of before.entries()) use(ids, 1, id, { index });
          const read = readUsedIds(JSON.parse(JSON.stringify(writeUsedIds(ids))));
          for (const [index, id] of after.entries()) {
            expect(use(read, 1, id, { index })).toEqual(use(ids, 1, id, { index }));
          }
          expect(writeUsedIds(read)).toEqual(writeUsedIds(ids));
        },
      ),
    );
  });
});
