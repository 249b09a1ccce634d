import { describe, expect, it } from "vitest";

import { UsageError } from "../usage-error.ts";
import { formatByteSize, parseByteSize } from "./byte-size.ts";
import { wrapped } from "./help-text.ts";
import type { OptionSpecs } from "./option-spec.ts";
import { parseOptions } from "./parse-options.ts";

const SPECS: OptionSpecs = {
  format: { about: "", value: "F", choices: ["text", "json"] },
  out: { about: "", value: "dir" },
  json: { about: "" },
  help: { about: "", short: "h" },
};

function refusal(...argv: string[]): { message: string; hint: string | undefined } {
  try {
    parseOptions(argv, SPECS);
  } catch (error) {
    if (error instanceof UsageError) return { message: error.message, hint: error.hint };
    throw error;
  }
  throw new Error("was not refused");
}

describe("parseOptions", () => {
  it("reads values, switches, positionals, - and what follows --", () => {
    const options = parseOptions(["a", "--format", "json", "--out=x=y", "-", "-h", "--", "--json"], SPECS);
    expect(options.positionals).toEqual(["a", "-", "--json"]);
    expect([options.value("format"), options.value("out"), options.value("json")]).toEqual([
      "json",
      "x=y",
      undefined,
    ]);
    expect([options.has("help"), options.has("json")]).toEqual([true, false]);
  });

  it("names the nearest option and the nearest value", () => {
    expect(refusal("--fromat", "json").hint).toBe("Did you mean --format?");
    expect(refusal("--format", "jsno")).toEqual({
      message: 'Cannot use --format: expected one of text, json but received "jsno"',
      hint: "Did you mean json?",
    });
    expect(refusal("--constructor").message).toBe('Cannot use "--constructor": expected a known option');
  });

  it("refuses a missing value, an option in its place, and a value for a switch", () => {
    expect(refusal("--out").message).toBe(
      "Cannot use --out: expected a value, as in --out dir but received nothing",
    );
    expect(refusal("--out", "--json").hint).toBe("Write --out=--json if that is the value");
    expect(refusal("--json=1").message).toBe('Cannot use --json: expected no value but received "1"');
  });
});

describe("sizes", () => {
  it("are read with and without units", () => {
    expect(parseByteSize("--max-bytes", "64MiB")).toBe(64 * 1024 * 1024);
    expect(parseByteSize("--max-bytes", "1000")).toBe(1000);
    for (const bad of ["", "0", "-1", "1.5MiB", "64MB", "1e9", "9GiB", "NaN"]) {
      expect(() => parseByteSize("--max-bytes", bad), bad).toThrow(UsageError);
    }
  });

  it("are shown in the largest unit that fits", () => {
    expect([999, 1024, 1_600_000, 5 * 1024 ** 3].map(formatByteSize)).toEqual([
      "999 bytes",
      "1 KiB",
      "1.5 MiB",
      "5 GiB",
    ]);
  });
});

describe("wrapped", () => {
  it("breaks at spaces", () => {
    expect(wrapped("aa bb cc", 5)).toEqual(["aa bb", "cc"]);
  });
});
