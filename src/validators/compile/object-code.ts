/**
 * Code of the fast check of one object. Build time only.
 *
 * The check walks the fields that are there (`for ... in`) instead of asking for each field that might be
 * there: events carry a few of many optional fields in ever new combinations, and asking an object of an
 * unseen shape for an absent field is the slowest thing an engine does.
 */

import { fieldsOf } from "../../contracts/core/condition.ts";
import type { BranchTable, FieldShape, ObjectShape } from "../shape.ts";
import { conditionCode, localName } from "./condition-code.ts";
import type { CodeModule } from "./value-code.ts";
import { refusal } from "./value-code.ts";

/** Adds the function that checks an object and returns its name. */
export function objectFunction(shape: ObjectShape, module: CodeModule): string {
  const key = JSON.stringify(shape);
  const known = module.functions.get(key);
  if (known !== undefined) return known;
  const name = `object${module.functions.size}`;
  module.functions.set(key, name);

  const needed = Object.keys(shape.fields).filter((field) => shape.fields[field]?.need);
  const locals = localFields(shape);
  const bits = new Map(
    needed.filter((field) => !locals.has(field)).map((field, index) => [field, 1 << index]),
  );
  const all = [...bits.values()].reduce((sum, bit) => sum | bit, 0);
  // Fields that are treated alike share one body.
  const bodies = new Map<string, string>();
  for (const [field, declared] of Object.entries(shape.fields)) {
    const plan = { bit: bits.get(field), local: locals.has(field), decided: isDecided(shape, field) };
    const body = caseBody(field, declared, plan, module);
    bodies.set(body, `${bodies.get(body) ?? ""}      case ${JSON.stringify(field)}:\n`);
  }
  const cases = [...bodies].map(([body, labels]) => labels + body);
  const localNeeds = needed
    .filter((field) => locals.has(field))
    .map((field) => `${localName(field)} === undefined`);
  module.code.push(`
function ${name}(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
${bits.size > 0 ? "  let seen = 0;\n" : ""}${[...locals].map((field) => `  let ${localName(field)}: unknown;\n`).join("")}  for (const name in value) {
    const found = (value as Fields)[name];
    switch (name) {
${cases.join("")}      default:
        if (!open) return false;
    }
  }
${bits.size > 0 ? `  if (seen !== ${all}) return false;\n` : ""}${localNeeds.length > 0 ? `  if (${localNeeds.join(" || ")}) return false;\n` : ""}${checkLines(shape)}${shape.by ? branchSwitch(shape.by) : ""}  return true;
}
`);
  return name;
}

/** Fields whose value is needed after the walk. */
export function localFields(shape: ObjectShape): Set<string> {
  const checks = (shape.checks ?? []).filter((check) => check.level !== "SHOULD");
  const names = checks.flatMap((check) => [
    ...(check.when ? fieldsOf(check.when) : []),
    ...fieldsOf(check.must),
  ]);
  const decided = shape.by?.cases.flatMap((branch) => branch.demands.map((demand) => demand.field)) ?? [];
  return new Set([...(shape.by ? [shape.by.field] : []), ...names, ...decided]);
}

/** Whether the branch table alone decides the field's value, so that the walk need not look at it. */
export function isDecided(shape: ObjectShape, field: string): boolean {
  if (shape.by === undefined) return false;
  if (shape.by.field === field) return true;
  return shape.by.cases.every((branch) =>
    branch.demands.some((demand) => demand.field === field && demand.of !== undefined),
  );
}

interface CasePlan {
  readonly bit: number | undefined;
  readonly local: boolean;
  readonly decided: boolean;
}

function caseBody(name: string, field: FieldShape, plan: CasePlan, module: CodeModule): string {
  if (field.never) return "        if (found !== undefined) return false;\n        break;\n";
  const refused = plan.decided ? undefined : refusal(field.shape, "found", module);
  const test =
    refused === undefined
      ? ""
      : `        if (${refused}) {\n          if (found === undefined) break;\n          return false;\n        }\n`;
  const keep = plan.local ? `        ${localName(name)} = found;\n` : "";
  const mark = plan.bit === undefined ? "" : `        seen |= ${plan.bit};\n`;
  return `${test}${keep}${mark}        break;\n`;
}

/** The checks across fields, as statements that return false. */
export function checkLines(shape: ObjectShape): string {
  const checks = (shape.checks ?? []).filter((check) => check.level !== "SHOULD");
  return checks
    .map(
      ({ when, must }) =>
        `  if (${when ? `${conditionCode(when)} && ` : ""}!(${conditionCode(must)})) return false;\n`,
    )
    .join("");
}

/**
 * The demands of the branch table, as a statement that returns false. Many values are told apart by their
 * length first: an engine compares a text with one `case` after the other.
 */
export function branchSwitch(table: BranchTable): string {
  const field = localName(table.field);
  const values = table.cases.flatMap((branch) => branch.values);
  if (values.length < 12) return valueSwitch(field, table.cases);
  const lengths = [...new Set(values.map((value) => value.length))].sort((one, other) => one - other);
  const branches = lengths.map((length) => {
    const cases = table.cases
      .map((branch) => ({ ...branch, values: branch.values.filter((value) => value.length === length) }))
      .filter((branch) => branch.values.length > 0);
    return `    case ${length}:\n${valueSwitch(field, cases).replaceAll(/^/gm, "    ").trimEnd()}\n      break;\n`;
  });
  return `  if (typeof ${field} !== "string") return false;\n  switch (${field}.length) {\n${branches.join("")}    default:\n      return false;\n  }\n`;
}

function valueSwitch(field: string, branches: BranchTable["cases"]): string {
  const cases = branches.map(({ values, demands }) => {
    const broken = demands.map((demand) => {
      const local = localName(demand.field);
      if (demand.need) return `${local} === undefined`;
      const others = (demand.of ?? []).map((value) => `${local} !== ${JSON.stringify(value)}`).join(" && ");
      return demands.length > 1 && (demand.of ?? []).length > 1 ? `(${others})` : others;
    });
    const labels = values.map((value) => `    case ${JSON.stringify(value)}:\n`).join("");
    return `${labels}${broken.length > 0 ? `      if (${broken.join(" || ")}) return false;\n` : ""}      break;\n`;
  });
  return `  switch (${field}) {\n${cases.join("")}    default:\n      return false;\n  }\n`;
}
