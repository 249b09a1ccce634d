/** Checks about how a node conducts itself: hooks and their outcomes, cancels, rules, telemetry. */
import { quote } from "../../internal/quote.ts";
import { describePayload } from "../harness/describe-payload.ts";
import type { HookName } from "../harness/node-step.ts";
import type { HookEntry, NodeViolation, TelemetryEntry } from "../harness/transcript.ts";
import type { OutcomeClass } from "../node/node-definition.ts";
import { NODE_RULES, type NodeRuleId } from "../rules/node-rules.ts";
import type { Transcribed } from "../script/output-marbles.ts";
import { matchesPayload } from "../script/payload-match.ts";
import { findSilence } from "./find-outputs.ts";
import type { Finding } from "./finding.ts";

const hooksOf = ({ transcript }: Transcribed): HookEntry[] =>
  transcript.filter((entry) => entry.entry === "hook");

const violationsOf = ({ transcript }: Transcribed): NodeViolation[] =>
  transcript.filter((entry) => entry.entry === "violation");

const hookText = ({ hook, outcome, error, at_ms }: HookEntry): string =>
  `${hook} ${outcome === undefined ? "still running" : `ended with ${outcome}`}${error === undefined ? "" : ` (${error})`}, called at ${at_ms} ms`;

/** Whether exactly these hooks were called, in this order. */
export function findHooks(subject: Transcribed, expected: readonly HookName[]): Finding {
  const called = hooksOf(subject);
  const names = called.map(({ hook }) => hook);
  const wrong = [...names, undefined].findIndex((name, index) => name !== expected[index]);
  const list = (hooks: readonly HookName[]) => (hooks.length === 0 ? "none" : hooks.join(", "));
  return {
    holds: names.length === expected.length && names.every((name, index) => name === expected[index]),
    expected: `the hooks ${list(expected)}`,
    received: list(names),
    at: called[wrong] ?? called.at(-1),
  };
}

/** Whether the last call of a hook ended with an outcome. */
export function findOutcome(
  subject: Transcribed,
  { hook, outcome }: { readonly hook: HookName; readonly outcome: OutcomeClass },
): Finding {
  const last = hooksOf(subject).findLast((entry) => entry.hook === hook);
  return {
    holds: last?.outcome === outcome,
    expected: `hook ${hook} to have ended with ${outcome}`,
    received: last === undefined ? "no call of it" : hookText(last),
    at: last,
  };
}

/** Whether the node gave nothing later than `within_ms` after the first cancel; nothing at all without a cancel. */
export function findSilenceAfterCancel(subject: Transcribed, within_ms: number): Finding {
  const cancel = subject.transcript.find((entry) => entry.entry === "step" && entry.step.kind === "cancel");
  const expected = `no output later than ${within_ms} ms after the cancel`;
  if (cancel === undefined) return { holds: false, expected, received: "no cancel in the run" };
  const later = subject.transcript.slice(subject.transcript.indexOf(cancel));
  const reopened = later.find((entry) => entry.entry === "step" && entry.step.kind === "open_turn");
  const until = reopened === undefined ? later : later.slice(0, later.indexOf(reopened));
  const silence = findSilence({ transcript: until }, { after_ms: cancel.at_ms + within_ms });
  return { ...silence, expected, ...(!silence.holds && { rule: "NODE-CXL-01" as const }) };
}

/** Whether a rule was broken. */
export function findViolation(subject: Transcribed, rule: NodeRuleId): Finding {
  const all = violationsOf(subject);
  const found = all.find((violation) => violation.rule === rule);
  const others = [...new Set(all.map((violation) => violation.rule))].join(", ");
  return {
    holds: found !== undefined,
    expected: `a breach of ${rule} (${NODE_RULES[rule]?.title ?? "unknown rule"})`,
    received: found?.message ?? (others === "" ? "none of any rule" : `breaches of ${others}`),
    at: found ?? all[0],
  };
}

/** Whether no rule was broken, aside from those allowed. */
export function findContract(
  subject: Transcribed,
  { allow = [] }: { readonly allow?: readonly NodeRuleId[] } = {},
): Finding {
  const broken = violationsOf(subject).filter(({ rule }) => !allow.includes(rule));
  const [first] = broken;
  return {
    holds: first === undefined,
    expected: first === undefined ? "no breach of a rule" : first.expected,
    received: first === undefined ? "none" : `${first.received}: ${first.message}`,
    at: first,
    ...(first !== undefined && { rule: first.rule }),
    lines: broken.slice(1, 6).map(({ rule, message, at_ms }) => `[${rule}] ${message} (at ${at_ms} ms)`),
  };
}

/** Whether a telemetry record was written that has these fields, whatever else it has. */
export function findTelemetry(
  { transcript }: Transcribed,
  { name, fields = {} }: { readonly name: string; readonly fields?: { readonly [name: string]: unknown } },
): Finding {
  const records = transcript.filter((entry): entry is TelemetryEntry => entry.entry === "telemetry");
  const named = records.filter((record) => record.name === name);
  const found = named.find((record) =>
    Object.entries(fields).every(([key, value]) => matchesPayload(record.fields[key], value)),
  );
  const near = found ?? named.at(-1);
  const wanted = Object.keys(fields).length === 0 ? "" : ` with ${describePayload(fields)}`;
  return {
    holds: found !== undefined,
    expected: `telemetry ${quote(name)}${wanted}`,
    received:
      near === undefined
        ? `${records.length === 0 ? "no telemetry" : "other records"}`
        : describePayload(near.fields),
    at: near,
  };
}
