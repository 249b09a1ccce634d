import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";

import {
  idsLockFile,
  requirementFiles,
  vectorFiles,
} from "../../scripts/generate/conformance/conformance-data.ts";
import { allRequirements } from "../../scripts/generate/conformance/requirement-files.ts";
import type { Vector } from "../../scripts/generate/conformance/vector.ts";
import { CONTROL_SIGNALS, SIGNAL_RULES } from "../contracts/signals/signal-table.ts";
import { kindEntry } from "../validators/validate.ts";
import type { Kind } from "./judges.test-kit.ts";
import { ALL_KINDS, CONTRACTS } from "./judges.test-kit.ts";
import { verdictOn } from "./vector-verdict.test-kit.ts";

const FOLDER = fileURLToPath(new URL("../../conformance/v1/", import.meta.url));
const read = (path: string): string => readFileSync(join(FOLDER, path), "utf8");

function filesBelow(folder: string): string[] {
  const entries = readdirSync(join(FOLDER, folder), { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile());
  return files.map((entry) => join(entry.parentPath, entry.name).slice(FOLDER.length)).sort();
}

const paths = filesBelow("vectors");
const vectors = paths.map((path) => JSON.parse(read(path)) as Vector);

describe("the committed conformance data", () => {
  it("is what the contracts generate", () => {
    const wanted = vectorFiles().map(({ path, text }) => [`vectors/${path}`, text] as const);
    expect(paths).toEqual(wanted.map(([path]) => path).sort());
    expect(wanted.filter(([path, text]) => read(path) !== text).map(([path]) => path)).toEqual([]);
    for (const { path, text } of requirementFiles()) expect(read(`requirements/${path}`)).toBe(text);
    expect(idsLockFile(read("ids.lock.json")).text).toBe(read("ids.lock.json"));
  });

  it("has vectors as the vector schema describes them, each where its id says", () => {
    const describes = new Ajv2020().compile(JSON.parse(read("vector.schema.json")));
    expect(vectors.filter((vector) => !describes(vector)).map(({ id }) => id)).toEqual([]);
    for (const [index, { id, kind }] of vectors.entries()) {
      const [rule = "", side, , name] = id.split("/");
      const { address } = CONTRACTS[kind as Kind];
      expect(paths[index]).toBe(`vectors/${address}/${side}/${rule.toLowerCase()}-${name}.json`);
    }
  });

  it("has a vector schema that refuses vectors that contradict themselves", () => {
    const describes = new Ajv2020().compile(JSON.parse(read("vector.schema.json")));
    const [vector] = vectors as [Vector];
    const refused = [
      { ...vector, text: "{}" },
      { ...vector, expect: vector.expect === "accept" ? "refuse" : "accept" },
      { ...vector, padded_to: 9 },
      { ...vector, hint: "" },
      { ...vector, also_breaks: [] },
    ];
    expect(refused.filter((one) => describes(one))).toEqual([]);
  });
});

describe("every vector gets the verdict that it expects", () => {
  it.each(ALL_KINDS)("%s", (kind) => {
    for (const vector of vectors.filter((one) => one.kind === kind)) {
      const { rule, also_breaks = [], expect: expected } = vector;
      const wanted = expected === "accept" ? [] : [rule, ...also_breaks].sort();
      expect({ id: vector.id, ...verdictOn(vector) }).toEqual({
        id: vector.id,
        verdict: expected,
        rules: wanted,
      });
    }
  });
});

describe("vectors cover", () => {
  const sidesOf = (kind: string, rule: string) =>
    new Set(vectors.flatMap((one) => (one.kind === kind && one.rule === rule ? [one.id.split("/")[1]] : [])));

  it.each(ALL_KINDS)("every rule of %s, kept and broken", (kind) => {
    const shown = JSON.stringify(kindEntry(kind).shape);
    const rules = CONTRACTS[kind].requirements.filter(
      ({ id, scope }) => scope !== "artifact" || id === "CON-01" || shown.includes(id),
    );
    const lacking = rules.filter(({ id }) => sidesOf(kind, id).size < 2).map(({ id }) => id);
    expect(lacking).toEqual([]);
  });

  it("every rule of the wire text, kept and broken", () => {
    const rules = allRequirements().filter(({ id }) => id.startsWith("JSN"));
    expect(rules.filter(({ id }) => sidesOf("event_record", id).size < 2)).toEqual([]);
  });

  it("every signal: the smallest, one from a foreign emitter and one without each required field", () => {
    const ids = new Set(vectors.map(({ id }) => id));
    const wanted = CONTROL_SIGNALS.flatMap((signal) => {
      const name = signal.replaceAll("_", "-");
      const { event_scope, required } = SIGNAL_RULES[signal];
      const missing = required.map(
        (field) => `SIG-05/invalid/control-signal/${name}-without-${field.replaceAll("_", "-")}`,
      );
      return [
        `SIG-02/valid/control-signal/${name}`,
        `SIG-03/invalid/control-signal/${name}-with-foreign-emitted-by`,
        ...missing,
        ...(event_scope === "turn" ? [`SIG-04/invalid/control-signal/${name}-without-turn-id`] : []),
        ...(event_scope === "any" ? [] : [`SIG-04/invalid/control-signal/${name}-with-foreign-event-scope`]),
      ];
    });
    expect(wanted.filter((id) => !ids.has(id))).toEqual([]);
  });

  it.each(ALL_KINDS)("%s in open mode", (kind) => {
    const open = vectors.filter((one) => one.kind === kind && one.unknown_fields === "allow");
    expect(new Set(open.map((one) => one.expect))).toEqual(new Set(["accept", "refuse"]));
  });
});
