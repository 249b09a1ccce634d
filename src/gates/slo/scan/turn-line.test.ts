/** A written line gives back its turn, in the contract's order of keys. */
import { expect, it } from "vitest";

import { turnMetricsContract } from "../../../contracts/observability/turn-metrics.ts";
import { encodeTurnLine } from "./turn-line.ts";

const { example, schema } = turnMetricsContract;

it("a line has the turn, its keys in the contract's order whatever theirs was", () => {
  const reversed = Object.fromEntries(Object.entries(example).reverse()) as typeof example;
  const line = encodeTurnLine(reversed);
  expect(line).toBe(encodeTurnLine(example));
  expect(line.endsWith("}\n")).toBe(true);
  expect(JSON.parse(line)).toEqual(example);
  const order = Object.keys(schema.shape);
  expect(Object.keys(JSON.parse(line))).toEqual(order.filter((name) => name in example));
});

it("a line never has a line feed inside, and a turn that is not well formed has none", () => {
  expect(encodeTurnLine({ ...example, turn_id: "a\nb" }).indexOf("\n")).toBe(
    encodeTurnLine({ ...example, turn_id: "a\nb" }).length - 1,
  );
  expect(() => encodeTurnLine({ ...example, accepted: 1 as unknown as boolean })).toThrow(/turn\.accepted/);
});
