/** Code that refuses a value of the wrong type. Build time only. */
import type { ListShape, MapShape, ObjectShape, Shape, TextShape, VariantsShape } from "../shape.ts";

/** The module that is being written. */
export interface CodeModule {
  /** Functions by the JSON text of the shape that they check: equal shapes share one. */
  readonly functions: Map<string, string>;
  /** Regular expressions by their source. */
  readonly patterns: Map<string, string>;
  /** Functions in the order in which they were finished. */
  readonly code: string[];
  /** Check function of a nested contract, imported from its own module. */
  readonly kindFunction: (shape: Shape) => string | undefined;
  /** Adds the function that checks an object and returns its name. */
  readonly objectFunction: (shape: ObjectShape) => string;
}

/** An expression that is true exactly when the value does not have the shape. */
export function refusal(shape: Shape, variable: string, module: CodeModule): string {
  const nested = module.kindFunction(shape);
  if (nested !== undefined) return `!${nested}(${variable}, open)`;
  switch (shape.is) {
    case "text":
      return textRefusal(shape, variable, module);
    case "integer": {
      const least = shape.min === undefined ? "" : ` || (${variable} as number) < ${shape.min}`;
      const most = shape.max === undefined ? "" : ` || (${variable} as number) > ${shape.max}`;
      return `!Number.isSafeInteger(${variable})${least}${most}`;
    }
    case "number": {
      const least = shape.min === undefined ? "" : ` || (${variable} as number) < ${shape.min}`;
      const most = shape.max === undefined ? "" : ` || (${variable} as number) > ${shape.max}`;
      return `!Number.isFinite(${variable})${least}${most}`;
    }
    case "boolean":
      return shape.only === undefined ? `typeof ${variable} !== "boolean"` : `${variable} !== ${shape.only}`;
    case "either":
      return `(${shape.of.map((option) => `(${refusal(option, variable, module)})`).join(" && ")})`;
    case "any":
      return `${variable} === undefined`;
    case "list":
      return `!${listFunction(shape, module)}(${variable}, open)`;
    case "map":
      return `!${mapFunction(shape, module)}(${variable}, open)`;
    case "object":
      return `!${module.objectFunction(shape)}(${variable}, open)`;
    case "variants":
      return `!${variantsFunction(shape, module)}(${variable}, open)`;
    case "event":
      throw new TypeError("Cannot nest an event: expected a nested contract with fields of its own");
  }
}

/** Adds the function that checks one of several objects and returns its name. */
export function variantsFunction(shape: VariantsShape, module: CodeModule): string {
  return once(shape, "variants", module, (name) => {
    const cases = Object.entries(shape.of).map(
      ([value, variant]) =>
        `    case ${JSON.stringify(value)}:\n      return ${module.objectFunction(variant)}(value, open);\n`,
    );
    return `
function ${name}(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null) return false;
  switch ((value as Fields)[${JSON.stringify(shape.by)}]) {
${cases.join("")}    default:
      return false;
  }
}
`;
  });
}

function textRefusal(shape: TextShape, variable: string, module: CodeModule): string {
  if (shape.of !== undefined && shape.of.length > 2)
    return `!${choiceFunction(shape.of, module)}(${variable})`;
  if (shape.of !== undefined)
    return shape.of.map((value) => `${variable} !== ${JSON.stringify(value)}`).join(" && ");
  if (shape.like !== undefined) {
    const matched = `typeof ${variable} !== "string" || !${patternName(shape.like, module)}.test(${variable})`;
    return shape.usual === undefined
      ? matched
      : `${variable} !== ${JSON.stringify(shape.usual)} && (${matched})`;
  }
  // The length is at hand; comparing with "" may be a call.
  return `typeof ${variable} !== "string"${shape.empty ? "" : ` || ${variable}.length === 0`}`;
}

/** Texts are told apart by their length first: comparing with each of several may be a call each. */
function choiceFunction(values: readonly string[], module: CodeModule): string {
  return once({ of: values }, "choice", module, (name) => {
    const lengths = [...new Set(values.map((value) => value.length))].sort((one, other) => one - other);
    const cases = lengths.map((length) => {
      const tests = values
        .filter((value) => value.length === length)
        .map((value) => `value === ${JSON.stringify(value)}`);
      return `    case ${length}:\n      return ${tests.join(" || ")};\n`;
    });
    return `
function ${name}(value: unknown): boolean {
  if (typeof value !== "string") return false;
  switch (value.length) {
${cases.join("")}    default:
      return false;
  }
}
`;
  });
}

function patternName(source: string, module: CodeModule): string {
  const known = module.patterns.get(source);
  if (known !== undefined) return known;
  const name = `PATTERN_${module.patterns.size}`;
  module.patterns.set(source, name);
  return name;
}

function listFunction(shape: ListShape, module: CodeModule): string {
  return once(shape, "list", module, (name) => {
    const bounds = [
      ...(shape.min === undefined ? [] : [`value.length < ${shape.min}`]),
      ...(shape.max === undefined ? [] : [`value.length > ${shape.max}`]),
    ];
    const refused = refusal(shape.item, "item", module);
    return `
function ${name}(value: unknown, ${openParameter(refused)}: boolean): boolean {
  if (!Array.isArray(value)${bounds.map((bound) => ` || ${bound}`).join("")}) return false;
  for (let index = 0; index < value.length; index += 1) {
    const item: unknown = value[index];
    if (${refused}) return false;
  }
  return true;
}
`;
  });
}

/** An unused parameter is named so. */
const openParameter = (body: string): string => (/\bopen\b/.test(body) ? "open" : "_open");

function mapFunction(shape: MapShape, module: CodeModule): string {
  return once(shape, "map", module, (name) => {
    const refused = shape.value && refusal(shape.value, "item", module);
    const walk = refused
      ? `
  for (const name in value) {
    const item = (value as Fields)[name];
    if (name === "" || ${wrap(refused)}) return false;
  }`
      : "";
    return `
function ${name}(value: unknown, ${openParameter(walk)}: boolean): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;${walk}
  return true;
}
`;
  });
}

const wrap = (expression: string): string => (expression.includes(" && ") ? `(${expression})` : expression);

function once(shape: object, prefix: string, module: CodeModule, write: (name: string) => string): string {
  const key = JSON.stringify(shape);
  const known = module.functions.get(key);
  if (known !== undefined) return known;
  const name = `${prefix}${module.functions.size}`;
  module.functions.set(key, name);
  module.code.push(write(name));
  return name;
}
