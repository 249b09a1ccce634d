/** Reference pages: one Markdown page a contract, from its schema, rules and example. */
import { contracts } from "../../src/contracts/catalog.ts";
import type { Contract } from "../../src/contracts/core/define-contract.ts";
import { SIGNAL_FAMILIES } from "../../src/contracts/signals/signal-family.ts";
import { SIGNAL_RULES, type SignalName } from "../../src/contracts/signals/signal-table.ts";
import { emitSchema } from "../../src/json-schema/emit.ts";
import type { JsonSchema } from "../../src/json-schema/json-schema.ts";

/** A page, its path relative to `docs/contracts`. */
export interface ReferencePage {
  readonly path: string;
  readonly text: string;
}

/** All reference pages and their index. */
export function referencePages(): ReferencePage[] {
  const all = Object.values(contracts).map((contract) => contract as unknown as Contract);
  return [
    { path: "README.md", text: indexPage(all) },
    ...all.map((contract) => ({ path: `${contract.address}.md`, text: contractPage(contract) })),
  ];
}

const HEADER = "<!-- Generated from the contracts by `npm run generate`. Do not edit. -->\n";

function indexPage(all: readonly Contract[]): string {
  const rows = all.map(({ kind, address, about }) => `| [\`${kind}\`](${address}.md) | ${about} |`);
  return `${HEADER}
# Contracts

Every contract of major version 1. Each page gives fields with unit and clock, rules with their ids, an
example, and where its schemas and vectors are.

| Kind | What it is |
| --- | --- |
${rows.join("\n")}
`;
}

function contractPage(contract: Contract): string {
  const { kind, title, about, address, since, requirements } = contract;
  const schema = emitSchema(contract, "closed");
  const up = "../".repeat(address.split("/").length + 1);
  const rules = requirements.map(
    (rule) =>
      `| ${rule.id} | ${rule.level} | ${cell(rule.text)} | ${enforcement(schema, rule.id)} | ${rule.source} |`,
  );
  return `${HEADER}
# ${title}

\`${kind}\`, since ${since}. ${about}

- JSON Schema: [closed](${up}schemas/v1/${address}.schema.json), [open](${up}schemas/v1/${address}.open.schema.json)
- Vectors: [valid](${up}conformance/v1/vectors/${address}/valid), [invalid](${up}conformance/v1/vectors/${address}/invalid)
- Validate: \`validate("${kind}", value)\` from \`@rspp/contracts/v1/validate\`, or \`npx rspp-contracts validate --kind ${kind} file.json\`

## Fields

${fieldsSection(schema)}
${kind === "control_signal" ? signalTable() : ""}
## Rules

"In the schema" says whether the JSON Schema enforces the rule by itself; the others are data in its
\`x-rspp-rules\`, or speak of more than one artifact.

| Rule | Level | Text | In the schema | Source |
| --- | --- | --- | --- | --- |
${rules.join("\n")}

## Example

\`\`\`json
${JSON.stringify(contract.example, null, 2)}
\`\`\`
`;
}

function fieldsSection(schema: JsonSchema): string {
  if (schema.properties === undefined) return alternatives(schema);
  return schema["x-rspp-variants"] === undefined ? fieldTable(schema) : variantTables(schema);
}

/** One table for each of the objects that the value of one field tells apart. */
function variantTables({ "x-rspp-variants": by = "", oneOf: variants = [] }: JsonSchema): string {
  const tables = variants.map((variant) => {
    const name = variant.properties?.[by]?.const;
    return `### \`${name}\`\n\n${cell(variant.description ?? "")}.\n\n${fieldTable(variant)}`;
  });
  return `One of ${variants.length} objects; \`${by}\` says which.\n\n${tables.join("\n")}`;
}

function alternatives(schema: JsonSchema): string {
  const names = (schema.anyOf ?? []).map(({ $ref = "" }) =>
    $ref.slice($ref.lastIndexOf("/") + 1).replace(".schema.json", ""),
  );
  const links = names.map(
    (name) => `[${name}](../${name === "event-record" ? "events" : "signals"}/${name}.md)`,
  );
  return `Those of one of ${links.join(" and ")}.\n`;
}

function fieldTable(schema: JsonSchema): string {
  const rows = fieldRows(schema, "").map((row) => `| ${row.join(" | ")} |`);
  return `| Field | Type | Presence | Unit and clock | Meaning | Rule |\n| --- | --- | --- | --- | --- | --- |\n${rows.join("\n")}\n`;
}

function fieldRows(schema: JsonSchema, prefix: string): string[][] {
  return Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const path = prefix + name;
    const presence = field.not ? "forbidden" : schema.required?.includes(name) ? "required" : "optional";
    const unit = [field["x-rspp-unit"], field["x-rspp-clock"] && `${field["x-rspp-clock"]} clock`]
      .filter(Boolean)
      .join(", ");
    const row = [
      `\`${path}\``,
      cell(typeWords(field)),
      presence,
      unit,
      cell(field.description ?? ""),
      field["x-rspp-rule"] ?? "",
    ];
    return [row, ...nestedRows(field, path)];
  });
}

function nestedRows(field: JsonSchema, path: string): string[][] {
  if (field.properties !== undefined) return fieldRows(field, `${path}.`);
  if (field.items?.properties !== undefined) return fieldRows(field.items, `${path}[].`);
  const value = field.additionalProperties;
  return typeof value === "object" && value.properties !== undefined ? fieldRows(value, `${path}.*.`) : [];
}

function typeWords(field: JsonSchema): string {
  if (field.$ref !== undefined)
    return `[${field.$ref.slice(field.$ref.lastIndexOf("/") + 1).replace(".schema.json", "")}]`;
  if (field.not !== undefined) return "none";
  if (field.const !== undefined) return `\`${JSON.stringify(field.const)}\``;
  if (field.anyOf !== undefined) return field.anyOf.map(typeWords).join(", or ");
  if (field.enum !== undefined)
    return field.enum.length > 12
      ? `one of ${field.enum.length} names`
      : field.enum.map((value) => `\`${value}\``).join(", ");
  if (field.type === "integer")
    return `integer${field.minimum !== undefined && field.minimum >= 0 ? ` >= ${field.minimum}` : ""}${field.maximum !== undefined && field.maximum < Number.MAX_SAFE_INTEGER ? ` and <= ${field.maximum}` : ""}`;
  if (field.type === "array") return `array of ${typeWords(field.items ?? {})}${bounds(field)}`;
  if (field.type === "object" && field.properties === undefined) return "object";
  if (field.pattern !== undefined)
    return field.pattern.length > 60
      ? `string (${field["x-rspp-unit"] ?? "of a fixed form"})`
      : `string like \`${field.pattern}\``;
  if (field.type === "number" && field.maximum !== undefined)
    return `number from ${field.minimum} to ${field.maximum}`;
  return `${field.type ?? "any"}${field.minLength ? ", non-empty" : ""}`;
}

function bounds({ minItems, maxItems }: JsonSchema): string {
  if (minItems && maxItems) return `, ${minItems} to ${maxItems}`;
  return minItems ? `, at least ${minItems}` : "";
}

function signalTable(): string {
  const rows = Object.entries(SIGNAL_RULES).map(
    ([name, rule]) =>
      `| \`${name}\` | ${SIGNAL_FAMILIES[name as SignalName]} | ${rule.emitters.join(", ")} | ${rule.event_scope} | ${rule.required.map((field) => `\`${field}\``).join(", ")} |`,
  );
  return `
## Signals

| Signal | Family | Emitters | Event scope | Required besides the envelope |
| --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}

const enforcement = (schema: JsonSchema, id: string): string =>
  schema["x-rspp-rules"]?.find((rule) => rule.id === id)?.enforced_by_schema ? "yes" : "no";

const cell = (text: string): string =>
  text.replaceAll("|", "\\|").replaceAll("\n", " ").replaceAll("<", "&lt;");
