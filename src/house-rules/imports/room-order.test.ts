import { describe, expect, test } from "vitest";
import { realTree, virtualTree } from "../tree/project-tree.ts";
import { ROOMS, roomOf } from "../tree/rooms.ts";
import { filesOfSrc } from "../tree/source-tree.ts";
import { findRoomOrderViolations, wrongWay } from "./room-order.ts";

/** A tree of one file that imports another. */
function importing(from: string, to: string, how = "import"): string[] {
  const up = "../".repeat(from.split("/").length - 1);
  return findRoomOrderViolations(virtualTree({ [from]: `${how} { a } from "${up}${to}";`, [to]: "" }));
}

describe("the order of rooms", () => {
  test("holds in this repository", () => {
    expect(findRoomOrderViolations(realTree())).toEqual([]);
  });

  test("covers every folder of src", () => {
    const rooms = new Set(filesOfSrc(realTree()).map(({ path }) => roomOf(path)));
    const known = [...ROOMS, "house-rules", "index.ts"];
    expect([...rooms].filter((room) => !known.includes(room) && !/^v\d+$/.test(room))).toEqual([]);
  });

  test.each([
    ["src/internal/a.ts", "src/contracts/core/b.ts", 'is in "contracts", to the right of "internal"'],
    ["src/validators/a.ts", "src/arbitraries/b.ts", 'is in "arbitraries", to the right of "validators"'],
    ["src/evidence/a.ts", "src/gates/slo/b.ts", 'is in "gates", to the right of "evidence"'],
    ["src/contracts/core/a.ts", "src/contracts/turn/b.ts", 'is in "turn", to the right of "core"'],
    ["src/contracts/turn/a.ts", "src/contracts/catalog.ts", 'is in "catalog", to the right of "turn"'],
    ["src/contracts/turn/a.ts", "src/contracts/misfit/b.ts", "a room that the house does not have"],
    ["src/cellar/a.ts", "src/internal/b.ts", "a room that the house does not have"],
    ["src/validators/validate.ts", "src/validators/compile/a.ts", "is for build time only"],
    ["src/validators/validate.ts", "src/json-schema/emit.ts", "is for build time only"],
    ["src/cli/main.ts", "src/v1/gates.ts", "is a front door"],
    ["src/cli/main.ts", "src/index.ts", "is a front door"],
    ["src/cli/main.ts", "src/gates/a.test-kit.ts", "is there only for tests"],
    ["src/cli/main.ts", "bench/run.ts", "is outside of src"],
  ])("refuses that %s imports %s", (from, to, reason) => {
    expect(importing(from, to)).toEqual([
      `${from}:1: imports "${to}", which ${expectedReason(from, reason)}`,
    ]);
    expect(importing(from, to, "import type")).toHaveLength(1);
    expect(importing(from, to, "export")).toHaveLength(1);
  });

  test.each([
    ["src/cli/main.ts", "src/internal/quote.ts"],
    ["src/contracts/observability/a.ts", "src/contracts/turn/b.ts"],
    ["src/contracts/catalog.ts", "src/contracts/turn/b.ts"],
    ["src/validators/compile/a.ts", "src/json-schema/emit.ts"],
    ["src/v1/gates.ts", "src/gates/a.ts"],
    ["src/index.ts", "src/v1/index.ts"],
    ["src/validators/a.test.ts", "src/arbitraries/b.ts"],
  ])("lets %s import %s", (from, to) => {
    expect(importing(from, to)).toEqual([]);
  });

  test("refuses a relative import of a file that does not exist", () => {
    const tree = virtualTree({ "src/gates/a.ts": 'import "./gone.ts";' });
    expect(findRoomOrderViolations(tree)).toEqual([
      'src/gates/a.ts:1: imports "src/gates/gone.ts", which is not a file of this project',
    ]);
  });
});

/** The reason with the name of the room that does not exist. */
function expectedReason(from: string, reason: string): string {
  if (!reason.startsWith("a room")) return reason;
  return from.startsWith("src/cellar") ? `is imported from "cellar", ${reason}` : `is in "misfit", ${reason}`;
}

test("says nothing about files of one room", () => {
  expect(wrongWay("src/gates/slo/a.ts", "src/gates/b.ts")).toBeUndefined();
});
