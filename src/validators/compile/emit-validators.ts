/**
 * Writes the compiled validators: for each contract one module with its shape, its guard and its
 * assertion, and one module that lists the kinds. Build time only.
 */
import { contracts } from "../../contracts/catalog.ts";
import type { Contract } from "../../contracts/core/define-contract.ts";
import { emitSchema, schemaId } from "../../json-schema/emit.ts";
import type { ObjectShape, Shape, VariantsShape } from "../shape.ts";
import { objectFunction } from "./object-code.ts";
import type { NamedShape } from "./shape-of-schema.ts";
import { shapeOf } from "./shape-of-schema.ts";
import { type CodeModule, variantsFunction } from "./value-code.ts";
import { measureEventFunction } from "./wire-code.ts";

const HEADER = "// Generated from the contracts by `npm run generate`. Do not edit.\n";

/** A generated file, its path relative to `src/validators/generated`. */
export interface GeneratedFile {
  readonly path: string;
  readonly text: string;
}

/** `event_record` as `EventRecord`. */
export const pascalCase = (kind: string): string =>
  kind.replace(/(^|_)([a-z])/g, (_, _bar, letter: string) => letter.toUpperCase());
/** `event_record` as `eventRecord`. */
export const camelCase = (kind: string): string =>
  kind.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
/** `event_record` as `event-record`. */
export const kebabCase = (kind: string): string => kind.replaceAll("_", "-");

/** All generated validator modules. */
export function emitValidators(): GeneratedFile[] {
  const all: Contract[] = Object.values(contracts).map((contract) => contract as unknown as Contract);
  return [
    ...all.map((contract) => ({
      path: `${kebabCase(contract.kind)}.ts`,
      text: contract.kind === "event" ? eventModule() : contractModule(contract, all),
    })),
    { path: "kinds.ts", text: kindsModule(all) },
    { path: "event-measure.ts", text: measureModule(all) },
  ];
}

function contractModule(contract: Contract, all: readonly Contract[]): string {
  const used = new Set<string>();
  const shape = shapeOf(emitSchema(contract, "closed"), (ref) => {
    const other = all.find((candidate) => schemaId(candidate.address, "closed") === ref);
    if (other === undefined) throw new TypeError(`Cannot resolve ${ref}: expected the $id of a contract`);
    used.add(other.kind);
    return { is: "map", kind: other.kind };
  }) as ObjectShape | VariantsShape;
  const module = emptyModule();
  const root = shape.is === "object" ? objectFunction(shape, module) : variantsFunction(shape, module);
  const shapeType = shape.is === "object" ? "ObjectShape" : "VariantsShape";
  const code = module.code.join("");
  const name = pascalCase(contract.kind);
  return `${HEADER}${imports(contract, code, { used: [...used].sort(), shapeType })}
${patternLines(module)}
type Fields = Record<string, unknown>;
${code}
/** Fast check: whether the value has the shape of ${contract.kind}, with unknown fields when \`open\`. */
export const fits${name} = ${root};

${guards(contract.kind)}
/** Shape of ${contract.kind}, for the diagnosing path. */
export const ${camelCase(contract.kind)}Shape: ${shapeType} = ${shapeLiteral(shape)};
`;
}

function emptyModule(): CodeModule {
  const module: CodeModule = {
    functions: new Map(),
    patterns: new Map(),
    code: [],
    kindFunction: (nested: NamedShape) => nested.kind && `fits${pascalCase(nested.kind)}`,
    objectFunction: (nested) => objectFunction(nested, module),
  };
  return module;
}

function patternLines({ patterns }: CodeModule): string {
  return [...patterns]
    .map(([source, name]) => `const ${name} = /* @__PURE__ */ new RegExp(${JSON.stringify(source)});\n`)
    .join("");
}

function conditionImports(code: string): string {
  const names = ["isFilled", "isUnique", "valueAt"].filter((name) => code.includes(`${name}(`));
  return names.length > 0 ? `import { ${names.join(", ")} } from "../../contracts/core/condition.ts";\n` : "";
}

interface Imported {
  /** Kinds of nested contracts. */
  readonly used: readonly string[];
  readonly shapeType: string;
}

function imports(contract: Contract, code: string, { used, shapeType }: Imported): string {
  const nested = used.map(
    (kind) => `import { ${camelCase(kind)}Shape, fits${pascalCase(kind)} } from "./${kebabCase(kind)}.ts";\n`,
  );
  return [
    conditionImports(code),
    typeImport(contract),
    `import { assertFits, safely } from "../assert-fits.ts";\nimport type { ValidateOptions } from "../assert-fits.ts";\nimport type { ${shapeType} } from "../shape.ts";\n`,
    ...nested,
  ].join("");
}

function typeImport(contract: Contract): string {
  return `import type { ${pascalCase(contract.kind)} } from "../../contracts/${contract.address}.ts";\n`;
}

function guards(kind: string): string {
  const name = pascalCase(kind);
  return `/** Whether the value is a valid ${kind}. Never throws. */
export function is${name}(value: unknown, options?: ValidateOptions): value is ${name} {
  return safely(fits${name}, value, options);
}

/** Throws a ContractError that lists the diagnostics unless the value is a valid ${kind}. */
export function assert${name}(value: unknown, options?: ValidateOptions): asserts value is ${name} {
  assertFits(value, { kind: ${JSON.stringify(kind)}, fits: fits${name}, shape: ${camelCase(kind)}Shape, options });
}
`;
}

/** The shape as a TypeScript literal, nested contracts by name. */
function shapeLiteral(shape: Shape): string {
  return JSON.stringify(shape).replace(
    /\{"is":"map","kind":"([a-z_]+)"\}/g,
    (_, kind: string) => `${camelCase(kind)}Shape`,
  );
}

function eventModule(): string {
  return `${HEADER}import type { Event } from "../../contracts/signals/event.ts";
import { assertFits, safely } from "../assert-fits.ts";
import type { ValidateOptions } from "../assert-fits.ts";
import type { EventShape } from "../shape.ts";
import { controlSignalShape, fitsControlSignal } from "./control-signal.ts";
import { eventRecordShape, fitsEventRecord } from "./event-record.ts";

/** Fast check: control signals have the ControlLane to themselves, so the lane decides. */
export function fitsEvent(value: unknown, open: boolean): boolean {
  if (typeof value !== "object" || value === null) return false;
  return (value as { lane?: unknown }).lane === "ControlLane" ? fitsControlSignal(value, open) : fitsEventRecord(value, open);
}

${guards("event")}
/** Shape of event, for the diagnosing path. */
export const eventShape: EventShape = { is: "event", record: eventRecordShape, signal: controlSignalShape };
`;
}

function measureModule(all: readonly Contract[]): string {
  const shapeOfKind = (kind: string) => {
    const contract = all.find((candidate) => candidate.kind === kind)!;
    return shapeOf(emitSchema(contract, "closed"), (ref) => {
      throw new TypeError(`Cannot measure ${kind}: expected no other contract in it but received ${ref}`);
    }) as ObjectShape;
  };
  const module = emptyModule();
  const root = measureEventFunction(shapeOfKind("event_record"), shapeOfKind("control_signal"), module);
  const code = module.code.join("") + root;
  return `${HEADER}${conditionImports(code)}import { DEFAULT_MAX_DEPTH } from "../../internal/json-text/json-limits.ts";
import { integerLength, minimalJsonLength } from "../../internal/json-text/minimal-json-length.ts";

${patternLines(module)}
const MAX_DEPTH = DEFAULT_MAX_DEPTH - 2;

type Fields = Record<string, unknown>;
${code}`;
}

function kindsModule(all: readonly Contract[]): string {
  const lines = all.map(
    ({ kind }) =>
      `import { ${camelCase(kind)}Shape, fits${pascalCase(kind)} } from "./${kebabCase(kind)}.ts";\n`,
  );
  const rows = all.map(
    ({ kind }) => `  ${kind}: { fits: fits${pascalCase(kind)}, shape: ${camelCase(kind)}Shape },\n`,
  );
  const types = all.map((contract) => typeImport(contract));
  const map = all.map(({ kind }) => `  ${kind}: ${pascalCase(kind)};\n`);
  return `${HEADER}${types.sort().join("")}import type { KindEntry } from "../assert-fits.ts";
${lines.sort().join("")}
/** The type of each kind. */
export interface ArtifactOfKind {
${map.join("")}}

/** Check and shape of each kind. */
export const KINDS: Readonly<Record<keyof ArtifactOfKind, KindEntry>> = {
${rows.join("")}};
`;
}
