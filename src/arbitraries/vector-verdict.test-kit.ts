/** What this package says about a vector: the verdict, and the rules that it names. */
import type { Vector, Verdict } from "../../scripts/generate/conformance/vector.ts";
import type { BaselineEvidence } from "../contracts/observability/baseline-evidence.ts";
import { computePlanHash } from "../contracts/turn/plan-hash.ts";
import type { ResolvedTurnPlan } from "../contracts/turn/resolved-turn-plan.ts";
import { checkBaselineCompleteness } from "../evidence/baseline-completeness.ts";
import type { ValidationOptions } from "../validators/validate.ts";
import { validate } from "../validators/validate.ts";
import { validateText } from "../validators/validate-text.ts";
import type { Kind } from "./judges.test-kit.ts";

/** A verdict with the rules that it rests on, sorted. */
export interface VectorVerdict {
  readonly verdict: Verdict;
  readonly rules: readonly string[];
}

/** The verdict on a vector. */
export function verdictOn(vector: Vector): VectorVerdict {
  const result = resultOf(vector);
  const found = result.ok ? (result.warnings ?? []) : result.diagnostics;
  if (!result.ok) return { verdict: "refuse", rules: idsOf(found) };
  if (vector.rule.startsWith("EVD")) return completenessOf(vector.value as BaselineEvidence);
  const rules = [...idsOf(found), ...hashRules(vector), ...streamRules(vector)];
  return { verdict: rules.length === 0 ? "accept" : "warn", rules };
}

function resultOf({ kind, value, values, text, base64, padded_to, unknown_fields }: Vector) {
  const options: ValidationOptions = { unknownFields: unknown_fields, warnings: true };
  if (text !== undefined) return validateText(kind as Kind, text.padEnd(padded_to ?? 0), options);
  if (base64 !== undefined) return validateText(kind as Kind, Buffer.from(base64, "base64"), options);
  const results = (values ?? [value]).map((one) => validate(kind as Kind, one, options));
  return results.find(({ ok }) => !ok) ?? (results[0] as (typeof results)[number]);
}

function completenessOf(record: BaselineEvidence): VectorVerdict {
  const { complete, diagnostics } = checkBaselineCompleteness(record);
  const rules = idsOf(diagnostics);
  if (!complete) return { verdict: "incomplete", rules };
  return { verdict: rules.length === 0 ? "accept" : "warn", rules };
}

/** PLN-15 takes a computation. */
function hashRules({ kind, value }: Vector): string[] {
  if (kind !== "resolved_turn_plan") return [];
  const plan = value as ResolvedTurnPlan;
  return computePlanHash(plan) === plan.plan_hash ? [] : ["PLN-15"];
}

/** EVT-16 takes a stream. */
function streamRules({ values = [] }: Vector): string[] {
  const events = values as readonly { readonly event_id: string; readonly idempotency_key?: string }[];
  const repeats = events.filter((event, index) =>
    events.some((other, at) => at < index && other.event_id === event.event_id),
  );
  return repeats.some(({ idempotency_key }) => idempotency_key === undefined) ? ["EVT-16"] : [];
}

const idsOf = (diagnostics: readonly { readonly rule: string }[]): string[] =>
  [...new Set(diagnostics.map(({ rule }) => rule))].sort();
