import fc from "fast-check";
import { describe, expect, it } from "vitest";

import type { TurnTrigger } from "../../contracts/turn/turn-lifecycle.ts";
import { createSessionMachine, TURN_TRIGGERS } from "../../contracts/turn/turn-lifecycle.ts";
import { fitsControlSignal } from "../../validators/generated/control-signal.ts";
import { turnHistoryArbitrary } from "./turn-history.ts";

const isTrigger = (signal: string): signal is TurnTrigger =>
  (TURN_TRIGGERS as readonly string[]).includes(signal);

describe("arbitrary turn histories", () => {
  it("consist of valid signals with unique ids, rising sequences and times that never fall", () => {
    fc.assert(
      fc.property(turnHistoryArbitrary(), (history) => {
        expect(history.every((signal) => fitsControlSignal(signal, false))).toBe(true);
        for (const [index, signal] of history.entries()) {
          const before = history[index - 1];
          if (before === undefined) continue;
          expect(signal.runtime_sequence).toBe(before.runtime_sequence + 1);
          expect(signal.runtime_timestamp_ms).toBeGreaterThanOrEqual(before.runtime_timestamp_ms);
        }
        expect(new Set(history.map(({ event_id }) => event_id)).size).toBe(history.length);
      }),
    );
  });

  it("follow the lifecycle: refused before it opened, or one terminal and then a close", () => {
    fc.assert(
      fc.property(turnHistoryArbitrary(), (history) => {
        const machine = createSessionMachine();
        const opened = history.findIndex(({ signal }) => signal === "turn_open");
        if (history[0]?.signal !== "turn_open_proposed") machine.apply("turn_open_proposed");
        for (const [index, { signal }] of history.entries()) {
          const isDrainOfOpenTurn = signal === "deauthorized_drain" && index > opened && opened >= 0;
          if (isTrigger(signal) && !isDrainOfOpenTurn)
            expect(machine.apply(signal)).toMatchObject({ ok: true });
        }
        expect(machine.state).toBe(opened < 0 ? "Idle" : "Closed");
      }),
    );
  });

  it("tell the turn and the ending that are asked for", () => {
    const cancelled = turnHistoryArbitrary({ turn_id: "t-9", endings: ["cancelled"], first_sequence: 50 });
    fc.assert(
      fc.property(cancelled, (history) => {
        const signals = history.map(({ signal }) => signal);
        expect(history.find(({ signal }) => signal === "abort")).toMatchObject({
          reason: "cancelled",
          turn_id: "t-9",
        });
        expect(signals.slice(signals.indexOf("cancel"))).not.toContain("output_accepted");
        expect(history[0]?.runtime_sequence).toBe(50);
      }),
    );
  });
});
