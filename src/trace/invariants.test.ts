/** The list of invariants against the semantics, and the table of the documentation against the list. */
import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { needInWords } from "./invariant.ts";
import { invariants } from "./invariants.ts";

/** Invariants of each family of the runtime semantics, which are numbered from 1 on. */
const FAMILIES = { LIFE: 8, PLAN: 3, CXL: 6, AUTH: 5, LANE: 2, ORD: 4, BUF: 5, SYNC: 1, REC: 4 };

const SEMANTICS = new URL("../../../shared/spec/semantics.md", import.meta.url);
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

  test("are explained in the documentation with the evidence that they need", () => {
    const text = readFileSync(DOCS, "utf8");
    for (const { id, needs } of invariants) {
      const row = text.split("\n").find((line) => line.startsWith(`| ${id} |`));
      expect(row, `docs/trace.md: a row for ${id}`).toBeDefined();
      const words = needs.length === 0 ? "any events" : needs.map(needInWords).join("; ");
      expect(row?.split(" | ")[2]).toBe(words);
    }
  });
});
