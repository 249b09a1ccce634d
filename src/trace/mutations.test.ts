/** Legal streams with one fault each: the fault is found, under the name of the invariant that it breaks. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Event } from "../contracts/signals/event.ts";
import { checkTrace } from "./check-trace.ts";
import { legalSession } from "./histories.test-kit.ts";

type Fields = Readonly<Record<string, unknown>>;
const signalOf = (event: Event) => (event as { readonly signal?: string }).signal;

/** A stream with one fault, and the place of the event that proves it where that is the one that was planted. */
interface Planted {
  readonly events: readonly Event[];
  readonly at: number;
}

/**
 * Changes the first event with one of the signals; undefined where there is none. What is planted comes last
 * unless its place is told, and proves nothing by itself where that is NaN.
 */
const change =
  (
    signals: readonly string[],
    edit: (event: Event, events: readonly Event[]) => readonly unknown[] | undefined,
    place?: number,
  ) =>
  (events: readonly Event[]): Planted | undefined => {
    const at = events.findIndex((event) => signals.includes(signalOf(event) ?? ""));
    if (at < 0) return undefined;
    const edited = edit(events[at]!, events) as readonly Event[] | undefined;
    if (edited === undefined) return undefined;
    const broken = renumbered([...events.slice(0, at), ...edited, ...events.slice(at + 1)]);
    return { events: broken, at: at + (place ?? edited.length - 1) };
  };

const renumbered = (events: readonly Event[]): Event[] =>
  events.map((event, index) => ({ ...event, runtime_sequence: index + 1 }));

const as = (event: Event, fields: Fields) => ({ ...event, ...fields });
const again = (event: Event) => as(event, { event_id: `${event.event_id}-again` });
const data = (event: Event, fields: Fields = {}) => ({
  ...as(again(event), { lane: "DataLane", ...fields }),
  signal: undefined,
  reason: undefined,
});

const MUTATIONS: readonly (readonly [
  fault: string,
  id: string,
  mutate: (events: readonly Event[]) => Planted | undefined,
])[] = [
  ["a second terminal", "INV-LIFE-01", change(["commit", "abort"], (event) => [event, again(event)])],
  [
    "no turn_open",
    "INV-LIFE-03",
    change(
      ["turn_open"],
      (event) => [as(event, { signal: "admit", event_scope: "session", reason: "x" })],
      Number.NaN,
    ),
  ],
  [
    "a close before its terminal",
    "INV-LIFE-01",
    change(["commit", "abort"], (event) => [as(again(event), { signal: "close" }), event], 0),
  ],
  [
    "a turn that is opened again",
    "INV-LIFE-05",
    change(["close"], (event) => [event, as(again(event), { signal: "turn_open" })]),
  ],
  ["data after a commit", "INV-LIFE-06", change(["commit"], (event) => [event, data(event)])],
  [
    "an abort without reason",
    "INV-LIFE-07",
    change(["abort"], (event) => [as(event, { reason: undefined })]),
  ],
  [
    "a drain that another end follows",
    "INV-LIFE-07",
    change(["deauthorized_drain"], (event) =>
      event.turn_id === undefined ? undefined : [event, as(again(event), { signal: "commit" })],
    ),
  ],
  [
    "a second turn at a time",
    "INV-LIFE-08",
    change(["turn_open"], (event) => [
      event,
      as(again(again(event)), { signal: "turn_open_proposed", turn_id: undefined }),
      as(again(event), { turn_id: "other" }),
    ]),
  ],
  [
    "an output after a cancel",
    "INV-CXL-01",
    change(["cancel"], (event) => [event, as(again(event), { signal: "output_accepted" })]),
  ],
  [
    "a commit after a cancel",
    "INV-CXL-03",
    change(["cancel"], (event) => [event, as(again(event), { signal: "commit" })]),
  ],
  [
    "an epoch that falls",
    "INV-AUTH-01",
    change(["turn_open", "reject"], (event) => [
      event,
      as(again(event), { signal: "silence", authority_epoch: 0 }),
    ]),
  ],
  [
    "a stale output",
    "INV-AUTH-02",
    change(["turn_open"], (event) => [
      event,
      as(again(event), { signal: "output_accepted", authority_epoch: 0 }),
    ]),
  ],
  [
    "a rotation to an older epoch",
    "INV-AUTH-03",
    change(["turn_open", "reject", "defer"], (event) => [
      event,
      as(again(event), { signal: "lease_rotated", authority_epoch: 0 }),
    ]),
  ],
  [
    "a signal without an epoch",
    "INV-AUTH-05",
    change(["turn_open"], (event) => [as(event, { authority_epoch: undefined })]),
  ],
  [
    "an id that is used twice",
    "INV-ORD-02",
    change(["close"], (event) => [event, as(event, { signal: "silence" })]),
  ],
  [
    "a clock that goes back",
    "INV-ORD-03",
    change(["close"], (event) => [
      as(event, { runtime_timestamp_ms: event.runtime_timestamp_ms + 1 }),
      as(again(event), { signal: "silence" }),
    ]),
  ],
];

describe("a fault in a legal stream", () => {
  test.each(MUTATIONS)("%s is found as %s", (_, id, mutate) => {
    let found = 0;
    fc.assert(
      fc.property(legalSession(), (events) => {
        const broken = mutate(events);
        if (broken === undefined) return;
        found += 1;
        const { violations } = checkTrace(broken.events);
        expect(violations.map((one) => one.id)).toContain(id);
        if (Number.isNaN(broken.at)) return;
        // Nothing is found before the planted event, and at it nothing but what is wrong with it.
        const first = violations.filter(({ event_index }) => event_index <= broken.at);
        expect(first.map((one) => [one.id, one.event_index])).toEqual([[id, broken.at]]);
      }),
    );
    expect(found).toBeGreaterThan(10);
  });

  test("two numbers that are exchanged are found as INV-ORD-01", () => {
    fc.assert(
      fc.property(legalSession(), fc.nat(), (events, seed) => {
        if (events.length < 2) return;
        const at = seed % (events.length - 1);
        const [one, two] = [events[at]!, events[at + 1]!];
        const swapped = events.map((event) =>
          event === one
            ? { ...event, runtime_sequence: two.runtime_sequence }
            : event === two
              ? { ...event, runtime_sequence: one.runtime_sequence }
              : event,
        );
        expect(checkTrace(swapped).violations.map(({ id }) => id)).toContain("INV-ORD-01");
      }),
    );
  });
});
