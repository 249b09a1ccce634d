import { expect, test } from "vitest";
import { buildEvent } from "../contracts/events/build-event.ts";
import { buildSignal } from "../contracts/signals/build-signal.ts";
import { CONTROL_SIGNALS, SIGNAL_RULES } from "../contracts/signals/signal-table.ts";
import { PLAN_EXAMPLE } from "../contracts/turn/resolved-turn-plan.ts";
import { ContractError } from "./assert-fits.ts";
import { assertControlSignal, isControlSignal } from "./generated/control-signal.ts";
import type { ContractKind } from "./validate.ts";
import { validate } from "./validate.ts";

/** `rule path hint` of each diagnostic. */
function told(kind: ContractKind, value: unknown): string[] {
  const result = validate(kind, value);
  return result.ok
    ? []
    : result.diagnostics.map(({ rule, path, hint }) => [rule, path, hint].filter(Boolean).join(" "));
}

const connected = buildSignal("connected");

test("a misspelt field is told once as missing and once as unknown, each with its way out", () => {
  const { session_id: _id, ...rest } = connected;
  expect(told("control_signal", { ...rest, sesion_id: "s" })).toEqual([
    'EVT-03 /session_id Rename "sesion_id" to "session_id"',
    'EVT-13 /sesion_id Did you mean "session_id"?',
  ]);
});

test("a misspelt signal and a foreign emitter get a suggestion", () => {
  expect(told("control_signal", { ...connected, signal: "conected" })).toEqual([
    'SIG-02 /signal Did you mean "connected"?',
  ]);
  expect(told("control_signal", { ...connected, emitted_by: "RK-32" })).toEqual([
    'SIG-03 /emitted_by Did you mean "RK-23"?',
  ]);
  expect(validate("control_signal", { ...connected, emitted_by: "RK-25" })).toMatchObject({
    diagnostics: [
      {
        rule: "SIG-03",
        sub: "SIG-03/connected",
        message: 'Cannot accept "emitted_by": expected "RK-23" for connected but received "RK-25"',
        source: "contracts-v1 section 3",
      },
    ],
  });
});

test("a version of another major is told with both versions, a malformed one as malformed", () => {
  expect(validate("event", buildEvent({ schema_version: "v2.0" }))).toMatchObject({
    diagnostics: [{ rule: "EVT-02", expected: 'a supported form such as "v1.0"', received: '"v2.0"' }],
  });
  expect(told("event", buildEvent({ schema_version: "1.0" }))).toEqual(["EVT-01 /schema_version"]);
});

test("every required field of every signal is missed under its family", () => {
  for (const signal of CONTROL_SIGNALS) {
    for (const field of SIGNAL_RULES[signal].required) {
      const fields = {
        turn_id: "t",
        reason: "r",
        scope: "turn",
        edge_id: "e",
        target_lane: "DataLane",
        amount: 1,
        seq_range: { start: 1, end: 2 },
        sync_domain: "av",
        discontinuity_id: "d",
      };
      const whole = {
        ...buildSignal(signal as "cancel", { scope: "turn" }),
        ...fields,
        event_scope: SIGNAL_RULES[signal].event_scope === "session" ? "session" : "turn",
      };
      expect(told("control_signal", whole), signal).toEqual([]);
      const { [field]: _gone, ...rest } = whole as Record<string, unknown>;
      const result = validate("control_signal", rest);
      expect(
        result.ok ? [] : result.diagnostics.map(({ sub }) => sub),
        `${signal} without ${field}`,
      ).toContain(`SIG-05/${signal}`);
    }
  }
});

test("every broken rule is named, in declared order", () => {
  const broken = {
    ...connected,
    transport_sequence: -1,
    runtime_timestamp_ms: 1.5,
    wall_clock_timestamp_ms: 2 ** 53,
    amount: 0,
    seq_range: { start: 5, end: 1 },
  };
  expect(told("control_signal", broken)).toEqual([
    "EVT-06 /transport_sequence",
    "EVT-07 /runtime_timestamp_ms",
    "EVT-15 /wall_clock_timestamp_ms",
    "SIG-07 /amount",
    "SIG-08 /seq_range/end",
  ]);
});

test("paths lead through maps and lists with the characters that JSON Pointer escapes", () => {
  const policy = PLAN_EXAMPLE.edge_buffer_policies["default"];
  const plan = { ...PLAN_EXAMPLE, edge_buffer_policies: { "a/b~c": { ...policy, strategy: "block" } } };
  expect(told("resolved_turn_plan", plan)).toEqual([
    "PLN-04 /edge_buffer_policies/a~1b~0c/max_block_time_ms",
  ]);
  const markers = {
    ...PLAN_EXAMPLE,
    determinism: { ...PLAN_EXAMPLE.determinism, ordering_markers: ["a", "", "c"] },
  };
  expect(told("resolved_turn_plan", markers)).toEqual(["PLN-12 /determinism/ordering_markers/1"]);
});

test("a SHOULD rule warns when asked and never refuses", () => {
  const plan = {
    ...PLAN_EXAMPLE,
    flow_control: {
      ...PLAN_EXAMPLE.flow_control,
      watermarks: { ...PLAN_EXAMPLE.flow_control.watermarks, DataLane: { high: 1, low: 2 } },
    },
  };
  expect(validate("resolved_turn_plan", plan)).toEqual({ ok: true, value: plan });
  const asked = validate("resolved_turn_plan", plan, { warnings: true });
  expect(asked.ok && asked.warnings).toMatchObject([
    { rule: "PLN-14", severity: "warning", path: "/flow_control/watermarks/DataLane/low" },
  ]);
});

test("at most 100 diagnostics are listed and the rest is counted", () => {
  const strangers = Object.fromEntries(Array.from({ length: 250 }, (_, index) => [`x${index}`, index]));
  const result = validate("event", { ...buildEvent(), ...strangers });
  expect(result.ok || [result.diagnostics.length, result.omitted]).toEqual([100, 150]);
});

test("an event is told what it nearly is", () => {
  expect(told("event", { ...buildEvent(), lane: "ControlLane" })).toContain('SIG-02 /signal Add "signal"');
  expect(told("event", { ...buildEvent(), reason: "r" })).toEqual(["EVT-14 /reason Remove the field"]);
});

test("an unknown kind is a TypeError that lists the kinds", () => {
  expect(() => validate("control_signals" as "control_signal", {})).toThrow(
    /expected one of event_record, .*did you mean "control_signal"\?/,
  );
});

test("an assertion throws what the guard refuses, with the diagnostics", () => {
  expect(isControlSignal({ ...connected, amount: 0 })).toBe(false);
  expect(() => assertControlSignal({ ...connected, amount: 0 })).toThrow(ContractError);
  expect(() => assertControlSignal({ ...connected, amount: 0 })).toThrow(
    /\[SIG-07\] \/amount: Cannot accept "amount": expected an integer >= 1 but received 0/,
  );
  expect(() => assertControlSignal(connected)).not.toThrow();
});

test("unknown fields pass on the consumer side, control fields on records do not", () => {
  const later = { ...buildEvent(), later_minor: 1 };
  expect(validate("event_record", later).ok).toBe(false);
  expect(validate("event_record", later, { unknownFields: "allow" })).toEqual({ ok: true, value: later });
  expect(validate("event_record", { ...later, signal: "commit" }, { unknownFields: "allow" }).ok).toBe(false);
});
