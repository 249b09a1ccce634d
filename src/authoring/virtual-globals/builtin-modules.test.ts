import asyncHooks from "node:async_hooks";
import { afterEach, describe, expect, test, vi } from "vitest";

import { findBuiltinModule, findBuiltinModules } from "./builtin-modules.ts";

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("built-in modules", () => {
  const ways: readonly (readonly [way: string, process: object | undefined])[] = [
    ["by way of the process", process],
    ["by import where the process cannot", {}],
    ["by import where the process does not know them", { getBuiltinModule: () => undefined }],
    ["by import where there is no process", undefined],
  ];

  test.each(ways)("are found %s", async (_way, own) => {
    vi.stubGlobal("process", own);
    expect(await findBuiltinModule("async_hooks")).toBe(asyncHooks);
  });

  test.each(ways)("are undefined where there are none, %s", async (_way, own) => {
    vi.stubGlobal("process", own);
    expect(await findBuiltinModule("no_such_module")).toBeUndefined();
  });

  test("that are broken are as good as none", async () => {
    const getBuiltinModule = () => {
      throw new Error("not here");
    };
    vi.stubGlobal("process", { getBuiltinModule });
    expect(Object.values(await findBuiltinModules()).every((found) => found === undefined)).toBe(true);
  });
});
