import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { UsageError } from "../usage-error.ts";
import { readNodeName } from "./node-name.ts";

const refusalOf = (name: string): UsageError | undefined => {
  try {
    readNodeName(name);
    return undefined;
  } catch (error) {
    if (error instanceof UsageError) return error;
    throw error;
  }
};

describe("the name of a node", () => {
  test.each([
    ["my-vad", "my-vad", "myVad"],
    ["vad", "vad", "vad"],
    ["@acme/my.vad_2", "my.vad_2", "myVad2"],
    ["3cx-bridge", "3cx-bridge", "node3cxBridge"],
    ["switch", "switch", "switchNode"],
  ])("%s is folder %s and constant %s", (package_name, node_id, identifier) => {
    expect(readNodeName(package_name)).toEqual({ package_name, node_id, identifier });
  });

  test.each([
    ["MyVad", "Did you mean my-vad?"],
    ["my vad", "Did you mean my-vad?"],
    ["_vad", "Did you mean vad?"],
    ["vad.", "Did you mean vad?"],
    ["@Acme/My Vad", "Did you mean @acme/my-vad?"],
    ["naïve", "Did you mean nai-ve?"],
    ["", undefined],
    ["???", undefined],
    ["@acme/", "Go to the folder"],
    ["../vad", "Go to the folder"],
    ["a/b", "Go to the folder"],
    ["a\\b", "Go to the folder"],
    ["/etc/vad", "Go to the folder"],
    [".", "Go to the folder"],
    ["..", "Go to the folder"],
    ["con", "Did you mean my-con?"],
    ["lpt1.txt", "Did you mean my-lpt1.txt?"],
    ["node_modules", "Did you mean my-node_modules?"],
    ["http", "Did you mean my-http?"],
    ["vitest", "Did you mean my-vitest?"],
    ["@rspp/contracts", "Did you mean my-contracts?"],
    ["x".repeat(215), undefined],
  ])("%s is refused", (name, hint) => {
    const error = refusalOf(name);
    expect(error?.message).toMatch(/^Cannot name a node: expected .* but received "/);
    if (hint === undefined) expect(error?.hint).toBeUndefined();
    else expect(error?.hint).toContain(hint);
  });

  test("what is proposed can be used, and nothing that can be used leaves the folder", () => {
    const near = /^Did you mean (.*)\?$/;
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: "binary" }), fc.webPath()), (text) => {
        const error = refusalOf(text);
        if (error === undefined) {
          const { node_id, identifier } = readNodeName(text);
          expect(node_id).toMatch(/^[a-z0-9][\w.-]*$/);
          expect(identifier).toMatch(/^[a-zA-Z_$][\w$]*$/);
          return;
        }
        const proposed = near.exec(error.hint ?? "")?.[1];
        if (proposed !== undefined && proposed.length <= 200 && refusalOf(proposed) !== undefined)
          // What is proposed for a misspelled name may be reserved; the next proposal is not.
          expect(refusalOf(near.exec(refusalOf(proposed)?.hint ?? "")?.[1] ?? "")).toBeUndefined();
      }),
      { seed: 7, numRuns: 2000 },
    );
  });
});
