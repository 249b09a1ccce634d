/**
 * Writes the measuring check of events: one walk over an object from `JSON.parse` that answers whether it is
 * an event and how long the shortest JSON text for it is. Build time only.
 *
 * The length is what proves that a line hides nothing (see `quickParse`), and measuring within the check
 * saves a second walk over objects whose many shapes make every walk expensive. The boolean checks stay
 * apart: carrying the length along would slow them by a third and more.
 */
import type { FieldShape, ListShape, ObjectShape, Shape } from "../shape.ts";
import { localName } from "./condition-code.ts";
import { branchSwitch, checkLines, isDecided, localFields } from "./object-code.ts";
import { type CodeModule, refusal } from "./value-code.ts";

/** Code of the function `measureEvent`, with the functions and patterns that it needs in `module`. */
export function measureEventFunction(record: ObjectShape, signal: ObjectShape, module: CodeModule): string {
  const both = unionOf(record, signal);
  const lengths = [...new Set(both.fields.map((field) => field.length))].sort((one, other) => one - other);
  const cases = lengths.map((length) => {
    const fields = both.fields.filter((field) => field.length === length);
    return `      case ${length}:\n${fieldTests(fields, both, module)}        break;\n`;
  });
  const locals = [...both.locals].map((field) => `  let ${localName(field)}: unknown;\n`).join("");
  return `
/**
 * The length that no JSON text for the value undercuts: positive for an event record, negative for a control
 * signal, 0 for what is no event, NaN for an event that has no cheap bound. For values from \`JSON.parse\`.
 */
export function measureEvent(value: unknown, open: boolean): number {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return 0;
  let length = 1;
  let seen = 0;
  let ofRecord = false;
  let ofSignal = false;
${locals}  for (const name in value) {
    const found = (value as Fields)[name];
    length += name.length + 4;
    switch (name.length) {
${cases.join("")}    }
    if (!open) return 0;
    length += minimalJsonLength(found, MAX_DEPTH);
  }
  if (${localName("lane")} === "ControlLane") {
    if (ofRecord || ${misses(signal, both)}) return 0;
${rest(signal, both, module)}    return -length;
  }
  if (ofSignal || ${misses(record, both)}) return 0;
${rest(record, both, module)}  return length;
}
`;
}

/** The fields of both kinds. */
interface Union {
  readonly record: ObjectShape;
  readonly signal: ObjectShape;
  readonly fields: readonly string[];
  /** Fields whose value is needed after the walk. */
  readonly locals: ReadonlySet<string>;
  /** Bits of the other fields that either kind needs. */
  readonly bits: ReadonlyMap<string, number>;
}

function unionOf(record: ObjectShape, signal: ObjectShape): Union {
  const fields = [...new Set([...Object.keys(record.fields), ...Object.keys(signal.fields)])];
  const kept = [...localFields(record), ...localFields(signal)];
  const locals = new Set([...kept, ...fields.filter((field) => differs({ record, signal }, field))]);
  const needed = fields.filter(
    (field) => !locals.has(field) && (record.fields[field]?.need || signal.fields[field]?.need),
  );
  return { record, signal, fields, locals, bits: new Map(needed.map((field, index) => [field, 1 << index])) };
}

type Kinds = Pick<Union, "record" | "signal">;

/** How a kind that has the field declares it. */
function declared({ record, signal }: Kinds, field: string): FieldShape {
  const [one, other] = [record.fields[field], signal.fields[field]];
  if (one === undefined || other === undefined || (one.never && other.never))
    throw new TypeError(`Cannot measure "${field}": expected both kinds to say whether they have it`);
  return one.never ? other : one;
}

/** The flag of the kind that has the field for itself. */
function ownerOf({ record, signal }: Kinds, field: string): "ofRecord" | "ofSignal" | undefined {
  if (signal.fields[field]?.never) return "ofRecord";
  return record.fields[field]?.never ? "ofSignal" : undefined;
}

/** Whether both kinds have the field, with different values. */
function differs(kinds: Kinds, field: string): boolean {
  const [one, other] = [kinds.record.fields[field], kinds.signal.fields[field]];
  return ownerOf(kinds, field) === undefined && JSON.stringify(one?.shape) !== JSON.stringify(other?.shape);
}

/** An expression that is true when a needed field of the kind is missing. */
function misses({ fields }: ObjectShape, { locals, bits }: Union): string {
  const needed = Object.keys(fields).filter((field) => fields[field]?.need);
  const all = needed.reduce((sum, field) => sum | (bits.get(field) ?? 0), 0);
  const absent = needed
    .filter((field) => locals.has(field))
    .map((field) => `${localName(field)} === undefined`);
  return [`(seen & ${all}) !== ${all}`, ...absent].join(" || ");
}

/** What is left to check of the kind after the walk. */
function rest(kind: ObjectShape, union: Union, module: CodeModule): string {
  const different = union.fields
    .filter((field) => differs(union, field) && !isDecided(kind, field))
    .map((field) => refusal(kind.fields[field]!.shape, localName(field), module));
  const own = different.map((refused) => `    if (${refused}) return 0;\n`).join("");
  const across = checkLines(kind) + (kind.by ? branchSwitch(kind.by) : "");
  return own + across.replaceAll("return false", "return 0");
}

/** Tests of fields whose names are equally long; a field of another name falls through them. */
function fieldTests(fields: readonly string[], both: Union, module: CodeModule): string {
  const bodies = new Map<string, string[]>();
  for (const field of fields) {
    const body = caseBody(both, field, module);
    bodies.set(body, [...(bodies.get(body) ?? []), `name === ${JSON.stringify(field)}`]);
  }
  return [...bodies]
    .map(([body, tests]) => `        if (${tests.join(" || ")}) {\n${body}          continue;\n        }\n`)
    .join("");
}

function caseBody(both: Union, field: string, module: CodeModule): string {
  const { shape } = declared(both, field);
  const isOpen = differs(both, field) || isDecided(both.signal, field);
  const owner = ownerOf(both, field);
  const bit = both.bits.get(field);
  return [
    ...(isOpen ? ['if (typeof found !== "string") return 0;', "length += found.length + 2;"] : []),
    ...(isOpen ? [] : measured(shape, "found", module)),
    ...(owner === undefined ? [] : [`${owner} = true;`]),
    ...(both.locals.has(field) ? [`${localName(field)} = found;`] : []),
    ...(bit === undefined ? [] : [`seen |= ${bit};`]),
  ]
    .map((line) => `          ${line}\n`)
    .join("");
}

/** Statements that return 0 for a value of another shape and else add its length. */
function measured(shape: Shape, variable: string, module: CodeModule): string[] {
  if (shape.is === "text")
    return [
      `if (${refusal(shape, variable, module)}) return 0;`,
      `length += (${variable} as string).length + 2;`,
    ];
  if (shape.is === "boolean")
    return [`if (${refusal(shape, variable, module)}) return 0;`, `length += ${variable} === true ? 4 : 5;`];
  const added =
    shape.is === "integer"
      ? `integerLength(${variable}, ${shape.min ?? "Number.MIN_SAFE_INTEGER"})`
      : `${measuringFunction(shape, module)}(${variable}, open)`;
  return [`const inner = ${added};`, "if (inner === 0) return 0;", "length += inner;"];
}

function measuringFunction(shape: Shape, module: CodeModule): string {
  const key = `measure ${JSON.stringify(shape)}`;
  const known = module.functions.get(key);
  if (known !== undefined) return known;
  const name = `measure${module.functions.size}`;
  module.functions.set(key, name);
  if (shape.is === "list") module.code.push(listMeasure(shape, name, module));
  else if (shape.is === "object" && shape.by === undefined)
    module.code.push(objectMeasure(shape, name, module));
  else throw new TypeError(`Cannot measure a ${shape.is}: expected a list or an object without branches`);
  return name;
}

function listMeasure({ item, min = 0, max = Infinity }: ListShape, name: string, module: CodeModule): string {
  return `
function ${name}(value: unknown, _open: boolean): number {
  if (!Array.isArray(value) || value.length < ${min} || value.length > ${max}) return 0;
  let length = value.length === 0 ? 2 : 1;
  for (const item of value as unknown[]) {
    length += 1;
${measured(item, "item", module)
  .map((line) => `    ${line}\n`)
  .join("")}  }
  return length;
}
`;
}

function objectMeasure(shape: ObjectShape, name: string, module: CodeModule): string {
  const locals = new Set([
    ...localFields(shape),
    ...Object.keys(shape.fields).filter((field) => shape.fields[field]?.need),
  ]);
  const cases = Object.entries(shape.fields).map(([field, declared]) => {
    const keep = locals.has(field) ? `        ${localName(field)} = found;\n` : "";
    const lines = measured(declared.shape, "found", module).map((line) => `        ${line}\n`);
    return `      case ${JSON.stringify(field)}: {\n${lines.join("")}${keep}        break;\n      }\n`;
  });
  const missing = Object.keys(shape.fields)
    .filter((field) => shape.fields[field]?.need)
    .map((field) => `  if (${localName(field)} === undefined) return 0;\n`);
  return `
function ${name}(value: unknown, open: boolean): number {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return 0;
  let length = 1;
${[...locals].map((field) => `  let ${localName(field)}: unknown;\n`).join("")}  for (const name in value) {
    const found = (value as Fields)[name];
    length += name.length + 4;
    switch (name) {
${cases.join("")}      default:
        if (!open) return 0;
        length += minimalJsonLength(found, MAX_DEPTH);
    }
  }
${missing.join("")}${checkLines(shape).replaceAll("return false", "return 0")}  return length;
}
`;
}
