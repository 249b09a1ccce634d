import fc from "fast-check";
import { expect, test } from "vitest";
import { pointerKeys, pointerStep } from "./json-pointer.ts";

test("reading a pointer gives back the keys that it was made of", () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.stringMatching(/^[~/01]*$/))), (keys) => {
      expect(pointerKeys(keys.map(pointerStep).join(""))).toEqual(keys);
    }),
    { seed: 15, numRuns: 1000 },
  );
});

// Section 5 of RFC 6901.
test.each([
  ["", []],
  ["/foo/0", ["foo", "0"]],
  ["/", [""]],
  ["/a~1b", ["a/b"]],
  ["/m~0n", ["m~n"]],
  ["/~01", ["~1"]],
])("the pointer %j has the keys %j", (pointer, keys) => {
  expect(pointerKeys(pointer)).toEqual(keys);
});

test.each(["foo", "/~", "/~2"])("%j is no pointer", (text) => {
  expect(pointerKeys(text)).toBeUndefined();
});
