import { describe, expect, test } from "vitest";
import { contracts } from "../../contracts/catalog.ts";
import { realTree, virtualTree } from "../tree/project-tree.ts";
import { findMissingParts, findStrays, placesOf } from "./one-address.ts";

const catalogue = Object.values(contracts).map(({ address }) => address);

const address = "turn/turn-transition";
const parts = placesOf(address).map((place) => (place.endsWith("/") ? `${place}case.json` : place));

/** A tree with every part of one contract, without one and with others. */
function tree({ without, and = {} }: { without?: string; and?: Record<string, string> } = {}) {
  const kept = parts.filter((path) => without === undefined || !path.startsWith(without));
  return virtualTree({ ...Object.fromEntries(kept.map((path) => [path, ""])), ...and });
}

describe("one address", () => {
  test("leads to every part of every contract of this repository", () => {
    expect(findMissingParts(realTree(), catalogue)).toEqual([]);
  });

  test("leads to nothing else in this repository", () => {
    expect(findStrays(realTree(), catalogue)).toEqual([]);
  });

  test("is used by one contract only", () => {
    expect(new Set(catalogue).size).toBe(catalogue.length);
  });

  test("is complete with seven parts", () => {
    expect(findMissingParts(tree(), [address])).toEqual([]);
    expect(findStrays(tree(), [address])).toEqual([]);
  });

  test.each(placesOf(address))("is incomplete without %s", (place) => {
    expect(findMissingParts(tree({ without: place }), [address])).toEqual([`${address}: lacks ${place}`]);
  });

  test.each([
    "schemas/v1/turn/gone.schema.json",
    "schemas/v1/turn/turn-transition.schema.yaml",
    "conformance/v1/vectors/turn/gone/valid/case.json",
    "conformance/v1/vectors/turn/turn-transition/maybe/case.json",
    "docs/contracts/turn/gone.md",
  ])("leaves no room for %s", (path) => {
    expect(findStrays(tree({ and: { [path]: "" } }), [address])).toEqual([
      `${path}: belongs to no contract of the catalogue`,
    ]);
  });

  test("leaves no room for a contract or an arbitrary without a place in the catalogue", () => {
    const and = {
      "src/contracts/turn/gone.ts": "export const goneContract = defineContract({});",
      "src/arbitraries/turn/unheard-of.ts": "",
    };
    expect(findStrays(tree({ and }), [address])).toEqual([
      "src/arbitraries/turn/unheard-of.ts: generates what src/contracts does not have",
      "src/contracts/turn/gone.ts: defines a contract that the catalogue does not have",
    ]);
  });

  test("lets parts of contracts, laws and pages about all contracts be", () => {
    const and = {
      "src/contracts/turn/turn-lifecycle.ts": "",
      "src/arbitraries/turn/turn-lifecycle.ts": "",
      "src/arbitraries/laws.ts": "",
      "src/arbitraries/turn/histories.test.ts": "",
      "schemas/v1/manifest.json": "",
      "docs/contracts/README.md": "",
    };
    expect(findStrays(tree({ and }), [address])).toEqual([]);
  });
});
