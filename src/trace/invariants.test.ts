/** The list of invariants against the semantics, and the table of the documentation against the list. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { needInWords } from "./invariant.ts";
import { invariants } from "./invariants.ts";

/** Invariants of each family of the runtime semantics, which are numbered from 1 on. */
const FAMILIES = { LIFE: 8, PLAN: 3, CXL: 6, AUTH: 5, LANE: 2, ORD: 4, BUF: 5, SYNC: 1, REC: 4 };

const SEMANTICS = new URL("../../../shared/spec/semantics.md", import.meta.url);
const FAMILY_TESTS = new URL("families/", import.meta.url);
const DOCS = new URL("../../docs/trace.md", import.meta.url);

describe("the invariants", () => {
  test("are those of the semantics, each once and in their order", () => {
    const expected = Object.entries(FAMILIES).flatMap(([family, count]) =>
      Array.from({ length: count }, (_, at) => `INV-${family}-0${at + 1}`),
    );
    expect(invariants.map(({ id }) => id)).toEqual(expected);
  });

  test.skipIf(!existsSync(SEMANTICS))(
    "have the ids and sources of the document beside the repository",
    () => {
      const rows = [
        ...readFileSync(SEMANTICS, "utf8").matchAll(/^\| (INV-[A-Z]+-\d+) \| .* \| ([^|]+) \|$/gm),
      ];
      expect(rows.length).toBe(38);
      const written = rows.map(([, id, source]) => `${id} ${source}`).sort();
      const listed = invariants.map(({ id, source }) => `${id} ${/\((.*)\)/.exec(source)?.[1]}`);
      expect(listed.sort()).toEqual(written);
    },
  );

  test("are explained in the documentation, with the evidence that they need and what they answer without", () => {
    const rows = readFileSync(DOCS, "utf8")
      .split("\n")
      .filter((line) => line.startsWith("| INV-"));
    const expected = invariants.map(({ id, text, needs, source }) => {
      const needed = needs.length === 0 ? "any two events" : needs.map(needInWords).join("; ");
      return `| ${id} | ${text} | ${needed} | not evaluated | ${source} |`;
    });
    expect(rows).toEqual(expected);
  });

  test("have each a stream that keeps them and one that breaks them", () => {
    const tests = readdirSync(FAMILY_TESTS).filter((name) => name.endsWith(".test.ts"));
    const text = tests.map((name) => readFileSync(new URL(name, FAMILY_TESTS), "utf8")).join("\n");
    for (const { id } of invariants) {
      expect(text, id).toMatch(new RegExp(`"${id}": \\{\\s*holds: [^]*?breaks: `));
    }
  });
});
