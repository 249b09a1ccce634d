/** No requirement without a check, no check without a requirement. */
import { expect, test } from "vitest";

import { allRequirements } from "../../../scripts/generate/conformance/requirement-files.ts";
import { definePack } from "../check/check.ts";
import { ALL_PACKS } from "../packs/all-packs.ts";
import { CANCELLATION_PACK } from "../packs/cancellation.ts";
import { coverage } from "./coverage.ts";

const rules = new Set(allRequirements().map(({ id }) => id));
const isRule = (id: string) => rules.has(id);

test("every MUST has a check, every check a requirement", () => {
  const { unchecked, unfounded } = coverage(ALL_PACKS, isRule);
  expect({ unchecked, unfounded }).toEqual({ unchecked: [], unfounded: [] });
});

test("a requirement that lost its checks, and a check without one, are noticed", () => {
  const without = ALL_PACKS.filter((pack) => pack !== CANCELLATION_PACK);
  expect(coverage(without, isRule).unchecked).toContain("INV-CXL-05");
  const [check] = CANCELLATION_PACK.checks;
  const strange = definePack({
    name: "x",
    title: "x",
    checks: [{ ...check!, requirements: ["INV-NONE-01"] }],
  });
  expect(coverage([strange], isRule).unfounded).toEqual(["CF-001 INV-NONE-01"]);
});
