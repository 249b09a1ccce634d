import { describe, expect, test } from "vitest";
import { realTree, virtualTree } from "../tree/project-tree.ts";
import { findLongParameterLists } from "./parameter-lists.ts";

const found = (text: string) => findLongParameterLists(virtualTree({ "src/gates/a.ts": text }));

describe("parameter lists", () => {
  test("of exported functions are short in this repository", () => {
    expect(findLongParameterLists(realTree())).toEqual([]);
  });

  test.each([
    "export function f(a: string, b: string, c: string) {}",
    "export function f(a: string, b: string, c: Options, d: Options) {}",
    "export const f = (a: string, b: string, c: number[]) => 1;",
    "export const f = (a: string, b: string, c: Map<string, string>) => 1;",
    "export const f = (a: string, b: string, ...c: string[]) => 1;",
    "export default function f(a: string, b: string, c: () => void) {}",
    "export function f(a: string, b: string, c) {}",
  ])("are too long in %s", (text) => {
    expect(found(text)).toEqual([expect.stringMatching(/^src\/gates\/a\.ts:1: f takes \d arguments/)]);
  });

  test.each([
    "export function f(a: string, b: string) {}",
    "export function f(a: string, b: string, options: Options = {}) {}",
    "export function f(a: string, b: string, options: Options | undefined) {}",
    "export function f(a: string, b: string, { c }: { readonly c: number }) {}",
    "export function f(this: Window, a: string, b: string, options?: Options) {}",
    "function notExported(a: string, b: string, c: string) {}",
    "export type F = (a: string, b: string, c: string) => void;",
  ])("are fine in %s", (text) => {
    expect(found(text)).toEqual([]);
  });
});
