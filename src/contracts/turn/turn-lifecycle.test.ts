import fc from "fast-check";
import { expect, test } from "vitest";

import {
  createSessionMachine,
  nextTurnState,
  TURN_STATES,
  TURN_TRANSITIONS,
  TURN_TRIGGERS,
} from "./turn-lifecycle.ts";

test("the nine rows are the only legal transitions", () => {
  const legal = TURN_STATES.flatMap((state) =>
    TURN_TRIGGERS.filter((trigger) => nextTurnState(state, trigger) !== undefined).map(
      (trigger) => `${state} ${trigger}`,
    ),
  );
  expect(legal.sort()).toEqual(
    TURN_TRANSITIONS.map(({ from_state, trigger }) => `${from_state} ${trigger}`).sort(),
  );
});

test("a machine never leaves the table, and an illegal trigger changes nothing", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...TURN_TRIGGERS)), (triggers) => {
      const machine = createSessionMachine();
      for (const trigger of triggers) {
        const before = machine.state;
        const step = machine.apply(trigger);
        if (step.ok) expect(nextTurnState(step.from, trigger)).toBe(machine.state);
        else expect(machine.state).toBe(before);
      }
    }),
    { seed: 7 },
  );
});

test("a committed turn closes and the next one may be proposed", () => {
  const machine = createSessionMachine();
  for (const trigger of ["turn_open_proposed", "turn_open", "commit", "close"] as const)
    expect(machine.apply(trigger).ok).toBe(true);
  expect(machine.apply("turn_open_proposed")).toEqual({ ok: true, from: "Idle", to: "Opening" });
});

test("a closed turn does not reopen, and the message says what is legal", () => {
  const machine = createSessionMachine();
  for (const trigger of ["turn_open_proposed", "turn_open", "abort", "close"] as const)
    machine.apply(trigger);
  expect(machine.apply("turn_open")).toEqual({
    ok: false,
    state: "Closed",
    message: "Cannot apply turn_open in state Closed: expected turn_open_proposed but received turn_open",
  });
  expect(createSessionMachine().apply("commit")).toMatchObject({
    message: "Cannot apply commit in state Idle: expected turn_open_proposed but received commit",
  });
});
