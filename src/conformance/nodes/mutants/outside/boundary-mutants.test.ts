/** The suite finds what is planted behind a boundary, and nothing in the nodes without it. */
import { afterAll, describe, expect, test } from "vitest";

import { NODE_RULE_IDS } from "../../../../authoring/rules/node-rules.ts";
import { runNodeConformance } from "../../run-node-conformance.ts";
import {
  BOUNDARY_MUTANTS,
  closeBoundaryMutants,
  insideRelay,
  OUTSIDE_RELAYS,
} from "./boundary-mutants.test-kit.ts";

afterAll(closeBoundaryMutants);

describe.concurrent("the conformance suite for nodes", () => {
  test.each(BOUNDARY_MUTANTS.map((mutant) => ({ title: `${mutant.rule}: ${mutant.name}`, ...mutant })))(
    "finds $title",
    async ({ rule, node, options }) => {
      const { subjects } = await runNodeConformance(node, { ...options, checks: [rule] });
      expect(subjects[0]?.results).toMatchObject([{ check_id: rule, verdict: "fail" }]);
    },
    60_000,
  );

  test.each(OUTSIDE_RELAYS.map((node, index) => ({ where: ["a process", "a worker"][index], node })))(
    "finds nothing wrong with the relay in $where",
    async ({ node }) => {
      const { subjects } = await runNodeConformance(node, { inside: insideRelay });
      const results = subjects[0]?.results ?? [];
      const others = results.filter(({ verdict }) => verdict !== "pass" && verdict !== "not_applicable");
      expect(others.map(({ check_id, reason, failure }) => [check_id, reason ?? failure?.message])).toEqual(
        [],
      );
      const boundary = results.filter(({ check_id }) => check_id.startsWith("NODE-BND-"));
      expect(boundary.map(({ verdict }) => verdict)).toEqual(boundary.map(() => "pass"));
    },
    60_000,
  );

  test("finds nothing wrong with the relay inside", async () => {
    expect((await runNodeConformance(insideRelay)).passed).toBe(true);
  });
});

test("there is a mutant for every rule of the family", () => {
  const broken = new Set(BOUNDARY_MUTANTS.map(({ rule }) => rule));
  expect(NODE_RULE_IDS.filter((rule) => rule.startsWith("NODE-BND-") && !broken.has(rule))).toEqual([]);
});
