/**
 * Which kind of artifact a value is, told from its fields. The rules, in order:
 *
 * 1. An `artifact_id` or a `payload_ref` makes it an evidence_artifact, whose version is that of its payload.
 * 2. A `schema_version` of `rspp.<name>.v1` that belongs to one kind decides.
 * 3. A telling field decides: `signal` makes it a control_signal even when everything else is wrong, so
 *    that a broken artifact is still judged by the contract that its writer had in mind. See `MARKS`.
 * 4. Field names in the form of the Go runtime (`TurnID`, `PlanHash`) make it a baseline_evidence.
 * 5. Otherwise the kind whose fields fit best, if it fits clearly better than any other and at least half
 *    of its required fields are there.
 *
 * Nothing is guessed beyond that: the caller is asked to name the kind.
 */

import { isGoEntry } from "../../evidence/go-baseline-entry.ts";
import type { ContractKind } from "../../validators/validate.ts";
import { KIND_FIELDS, type KindFit, kindFits } from "./kind-fields.ts";

/** The kind, or the kinds that come nearest, nearest first. */
export type KindDetection =
  | { readonly kind: ContractKind }
  | {
      readonly kind?: undefined;
      readonly nearest: readonly ContractKind[];
      /** A `schema_version` that belongs to no known kind. */
      readonly schemaVersion?: string;
    };

/** Fields of which all must be there. The first row that matches decides. */
const MARKS: readonly (readonly [kind: ContractKind, fields: readonly string[]])[] = [
  ["control_signal", ["signal"]],
  ["replay_trace", ["entries", "lineage"]],
  ["baseline_artifact", ["entries"]],
  ["replay_regression_report", ["fixtures", "counts"]],
  ["replay_fixture_metadata", ["fixtures"]],
  ["decision_outcome", ["outcome_kind"]],
  ["turn_transition", ["from_state"]],
  ["turn_transition", ["to_state", "trigger"]],
  ["resolved_turn_plan", ["plan_hash", "budgets"]],
  ["baseline_evidence", ["plan_hash", "decision_outcomes"]],
  ["baseline_evidence", ["terminal_outcome", "close_emitted"]],
  ["turn_metrics", ["happy_path"]],
  ["turn_metrics", ["baseline_complete"]],
  ["replay_run_report", ["request", "result"]],
  ["replay_audit_event", ["request", "decision"]],
  ["replay_run_result", ["run_id", "divergences"]],
  ["replay_run_request", ["baseline_ref", "candidate_plan_ref"]],
  ["provider_attempt_evidence", ["provider_invocation_id", "attempt"]],
  ["invocation_outcome_evidence", ["provider_invocation_id", "attempt_count"]],
  ["signed_session_token", ["token", "claims"]],
  ["event_record", ["lane", "payload_class"]],
  ["event_record", ["lane", "event_scope"]],
];

/** How much better the best kind has to fit than the next. */
const MARGIN = 2;

/** The kind of a JSON value. */
export function detectKind(value: unknown): KindDetection {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return { nearest: [] };
  // A record about an artifact has the version of the artifact that it is about.
  if ("artifact_id" in value || "payload_ref" in value) return { kind: "evidence_artifact" };
  const version = schemaVersionOf(value);
  const named = KIND_FIELDS.find(
    ({ schemaVersion }) => schemaVersion !== undefined && schemaVersion === version,
  );
  if (named !== undefined) return { kind: named.kind };

  for (const [kind, fields] of MARKS) {
    if (fields.every((field) => Object.hasOwn(value, field))) return { kind };
  }
  if (isGoEntry(value)) return { kind: "baseline_evidence" };
  // A version of a contract that is not known says that no other kind is meant either.
  return version === undefined ? detectByFields(value) : { nearest: [], schemaVersion: version };
}

function schemaVersionOf(value: object): string | undefined {
  const version: unknown = "schema_version" in value ? value.schema_version : undefined;
  return typeof version === "string" && version.startsWith("rspp.") ? version : undefined;
}

function detectByFields(value: object): KindDetection {
  const fits = kindFits(value);
  const [best, next] = fits;
  if (best === undefined) return { nearest: [] };
  const lead = next === undefined ? MARGIN : score(best) - score(next);
  const isClear = lead >= MARGIN || (best.misfits === 0 && (next?.misfits ?? 1) > 0);
  if (best.shared >= 2 && best.shared > best.misfits && best.isTold && isClear) return { kind: best.kind };
  const near = fits.filter(({ shared }) => shared * 2 >= Object.keys(value).length && shared > 0);
  return { nearest: near.slice(0, 3).map(({ kind }) => kind) };
}

const score = ({ shared, misfits }: KindFit) => shared - misfits;

/** A kind as people may write it in a folder name: `turn-transition` and `turn_transition`. */
export function kindOfName(name: string, kinds: readonly string[]): ContractKind | undefined {
  const snake = name.replaceAll("-", "_");
  return kinds.find((kind) => kind === snake) as ContractKind | undefined;
}
