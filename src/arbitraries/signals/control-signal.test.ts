import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { EMITTERS } from "../../contracts/signals/emitter.ts";
import { CONTROL_SIGNALS, SIGNAL_RULES } from "../../contracts/signals/signal-table.ts";
import { controlSignalShape, fitsControlSignal } from "../../validators/generated/control-signal.ts";
import { controlSignalArbitrary } from "./control-signal.ts";

const SCOPES = ["session", "turn"] as const;

/** Every signal, emitter and scope that the table allows. */
const legal = CONTROL_SIGNALS.flatMap((signal) => {
  const { emitters, event_scope } = SIGNAL_RULES[signal];
  const scopes = event_scope === "any" ? SCOPES : [event_scope];
  return emitters.flatMap((emitter) => scopes.map((scope) => `${signal} ${emitter} ${scope}`));
});

const combination = (found: { signal: string; emitted_by: string; event_scope: string }) =>
  `${found.signal} ${found.emitted_by} ${found.event_scope}`;

describe("arbitrary control signals", () => {
  it("reach all 43 signals with every emitter and scope of the table, and nothing else", () => {
    const found = fc.sample(controlSignalArbitrary(), { seed: 1, numRuns: 10_000 });
    expect(CONTROL_SIGNALS).toHaveLength(43);
    expect([...new Set(found.map(combination))].sort()).toEqual([...legal].sort());
  });

  it("reach every optional field, present and absent", () => {
    const found = fc.sample(controlSignalArbitrary({ signals: ["stall"] }), { seed: 2, numRuns: 2_000 });
    const names = new Set(found.flatMap((signal) => Object.keys(signal)));
    const declared = Object.entries(controlSignalShape.fields).filter(([, field]) => !field.never);
    expect([...names].sort()).toEqual(declared.map(([name]) => name).sort());
    expect(found.some((signal) => Object.keys(signal).length === 14)).toBe(true);
  });

  it("are narrowed to the signals that are asked for, in value and in type", () => {
    const found = fc.sample(controlSignalArbitrary({ signals: ["cancel", "abort"] }), 200);
    const name: "cancel" | "abort" = (found[0] as (typeof found)[number]).signal;
    expect(["cancel", "abort"]).toContain(name);
    expect(new Set(found.map(({ signal }) => signal))).toEqual(new Set(["cancel", "abort"]));
  });

  it("follow a fixed emitter to its signals", () => {
    for (const emitter of EMITTERS) {
      const own = CONTROL_SIGNALS.filter((signal) =>
        (SIGNAL_RULES[signal].emitters as readonly string[]).includes(emitter),
      );
      const found = fc.sample(controlSignalArbitrary({ with: { emitted_by: emitter } as never }), 500);
      expect(new Set(found.map(({ signal }) => signal))).toEqual(new Set(own));
    }
  });

  it("shrink within the signals that are asked for", () => {
    const arbitrary = controlSignalArbitrary({ signals: ["drop_notice", "watermark"] });
    const seen = new Set<string>();
    fc.check(
      fc.property(arbitrary, (signal) => {
        seen.add(signal.signal);
        return fitsControlSignal(signal, false) && false;
      }),
      { seed: 4, numRuns: 50 },
    );
    expect([...seen].every((name) => name === "drop_notice" || name === "watermark")).toBe(true);
  });
});
