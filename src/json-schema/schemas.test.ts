import Ajv from "ajv/dist/2020.js";
import { expect, test } from "vitest";

import { contracts } from "../contracts/catalog.ts";
import type { Contract } from "../contracts/core/define-contract.ts";
import { emitSchema } from "./emit.ts";
import type { JsonSchema } from "./json-schema.ts";
import { schemaFiles } from "./manifest.ts";

const all = Object.values(contracts).map((contract) => contract as unknown as Contract);

function judge(openness: "closed" | "open") {
  const ajv = new Ajv({ strict: false, allErrors: false });
  for (const contract of all) ajv.addSchema(emitSchema(contract, openness));
  return ajv;
}

test("every schema is valid 2020-12 and every reference resolves", () => {
  for (const openness of ["closed", "open"] as const) {
    const ajv = judge(openness);
    for (const contract of all) {
      const schema = emitSchema(contract, openness);
      expect(ajv.validateSchema(schema)).toBe(true);
      expect(ajv.getSchema(schema.$id as string)?.(contract.example)).toBe(true);
    }
  }
});

test("closed schemas refuse an unknown field and open ones let it through", () => {
  for (const contract of all) {
    const later = { ...(contract.example as object), later_minor_field: 1 };
    expect(
      judge("closed").getSchema(emitSchema(contract, "closed").$id as string)?.(later),
      contract.kind,
    ).toBe(false);
    expect(judge("open").getSchema(emitSchema(contract, "open").$id as string)?.(later), contract.kind).toBe(
      true,
    );
  }
});

test("every field has a description, a rule, and a unit where it is a number", () => {
  for (const contract of all) {
    for (const [path, field] of fieldsBelow(emitSchema(contract, "closed"), contract.kind)) {
      expect(field.description, `${path} has a description`).toBeTruthy();
      expect(field["x-rspp-rule"], `${path} names its rule`).toMatch(/^[A-Z]{3}-\d\d$/);
      if (field.type === "integer") expect(field["x-rspp-unit"], `${path} has a unit`).toBeTruthy();
      if (field["x-rspp-unit"] === "ms" && path.endsWith("_at_ms"))
        expect(field["x-rspp-clock"], `${path} names its clock`).toBeTruthy();
    }
  }
});

test("what JSON Schema cannot say is listed with its condition", () => {
  const rules = (kind: keyof typeof contracts) =>
    emitSchema(contracts[kind] as unknown as Contract, "closed")["x-rspp-rules"] ?? [];
  const unsaid = (kind: keyof typeof contracts) =>
    rules(kind)
      .filter((rule) => !rule.enforced_by_schema)
      .map((rule) => rule.id);
  expect(unsaid("decision_outcome")).toEqual([]);
  expect(unsaid("control_signal")).toEqual(["EVT-16", "SIG-08"]);
  expect(unsaid("session_token_claims")).toEqual(["TOK-01"]);
  expect(rules("control_signal").find((rule) => rule.id === "SIG-08")?.checks).toMatchObject([
    { must: { ordered: ["start", "end"] } },
  ]);
});

test("the manifest lists a closed and an open schema of every contract", () => {
  const manifest = JSON.parse(schemaFiles().find(({ path }) => path === "manifest.json")?.text ?? "");
  expect(manifest.schemas).toHaveLength(all.length * 2);
  expect(new Set(manifest.schemas.map(({ id }: { id: string }) => id)).size).toBe(all.length * 2);
});

function fieldsBelow(schema: JsonSchema, path: string): [string, JsonSchema][] {
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]): [string, JsonSchema] => [
    `${path}.${name}`,
    field,
  ]);
  const below = fields.flatMap(([at, field]) => fieldsBelow(field, at));
  const items = schema.items ? fieldsBelow(schema.items, `${path}[]`) : [];
  const values =
    typeof schema.additionalProperties === "object"
      ? fieldsBelow(schema.additionalProperties, `${path}.*`)
      : [];
  const variants = (schema["x-rspp-variants"] && schema.oneOf ? schema.oneOf : []).flatMap((variant, index) =>
    fieldsBelow(variant, `${path}#${index}`),
  );
  return [...fields, ...below, ...items, ...values, ...variants];
}
