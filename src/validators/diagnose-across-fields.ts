/** Diagnoses what single fields cannot show: the demands of a signal and the checks across fields. */
import { fieldsOf, holds } from "../contracts/core/condition.ts";
import type { Check } from "../contracts/core/rule.ts";
import { nearest } from "../internal/edit-distance.ts";
import { pointerStep } from "../internal/json-pointer.ts";
import type { DiagnosticList } from "./diagnostic-list.ts";
import { oneOf } from "./expected-words.ts";
import type { BranchCase, BranchDemand, BranchTable, ObjectShape } from "./shape.ts";

/** An object whose fields were looked at one by one. */
export interface WalkedObject {
  readonly found: Readonly<Record<string, unknown>>;
  readonly path: string;
  /** Fields that are missing or malformed: no rule is reported twice because of them. */
  readonly wrong: ReadonlySet<string>;
}

/** The branch that the deciding field chooses. */
export function branchFor(
  table: BranchTable,
  found: Readonly<Record<string, unknown>>,
): BranchCase | undefined {
  return table.cases.find(({ values }) => values.includes(found[table.field] as string));
}

/** Reports broken demands and checks of an object. */
export function diagnoseAcross(shape: ObjectShape, object: WalkedObject, list: DiagnosticList): void {
  const decider = shape.by && object.found[shape.by.field];
  const branch = shape.by && branchFor(shape.by, object.found);
  for (const demand of branch?.demands ?? []) reportDemand(demand, decider as string, object, list);
  for (const check of shape.checks ?? []) reportCheck(check, object, list);
}

function reportDemand(
  demand: BranchDemand,
  decider: string,
  { found, path, wrong }: WalkedObject,
  list: DiagnosticList,
): void {
  const { field, of, rule } = demand;
  const value = found[field];
  const broken = demand.need ? value === undefined : !wrong.has(field) && !of?.includes(value as string);
  if (!broken) return;
  const close = typeof value === "string" && of ? nearest(value, of) : undefined;
  list.add({
    rule,
    path: path + pointerStep(field),
    expected: of
      ? `${oneOf(of)} for ${decider}`
      : `${/^[aeio]/.test(field) ? "an" : "a"} ${field} for ${decider}`,
    value,
    hint: demand.need ? `Add "${field}"` : close && `Did you mean "${close}"?`,
    ...(rule.startsWith("SIG") && { signal: decider }),
  });
}

function reportCheck(check: Check, { found, path, wrong }: WalkedObject, list: DiagnosticList): void {
  const { when, must, at, expected, rule } = check;
  const named = [...(when ? fieldsOf(when) : []), ...fieldsOf(must)];
  if (named.some((field) => wrong.has(field))) return;
  if ((when !== undefined && !holds(when, found)) || holds(must, found)) return;
  const steps = at === "" ? [] : at.split(".");
  let value: unknown = at === "" ? found : found[steps[0] as string];
  for (const step of steps.slice(1)) value = (value as Record<string, unknown> | undefined)?.[step];
  list.add({
    rule,
    severity: check.level === "SHOULD" ? "warning" : "error",
    path: path + steps.map(pointerStep).join(""),
    expected,
    value,
  });
}
