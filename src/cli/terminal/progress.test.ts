import { describe, expect, it } from "vitest";

import type { CliIo } from "../cli-io.ts";
import { paletteFor } from "./colour-palette.ts";
import { createProgress } from "./progress.ts";

function ioWith(isTerminal: boolean, env: Record<string, string> = {}) {
  const written: string[] = [];
  const io: CliIo = {
    stdin: (async function* () {})(),
    stdout: { write: () => {} },
    stderr: { write: (text) => written.push(text) },
    env,
    cwd: "/",
    isTTY: { stdin: isTerminal, stdout: isTerminal, stderr: isTerminal },
  };
  return { io, written };
}

describe("createProgress", () => {
  it("shows long work on a terminal, now and then, and takes the line away", () => {
    const { io, written } = ioWith(true);
    let now = 0;
    const progress = createProgress(io, () => now);
    progress.show("a");
    for (now = 300; now < 600; now += 10) progress.show(`b\n${now}`);
    expect(written).toHaveLength(3);
    expect(written[0]).toBe("\r\u001b[2Kb\\u000a300");
    progress.clear();
    progress.clear();
    expect(written).toHaveLength(4);
  });

  it("is silent in pipes, in CI and on dumb terminals", () => {
    for (const { io, written } of [
      ioWith(false),
      ioWith(true, { CI: "true" }),
      ioWith(true, { TERM: "dumb" }),
    ]) {
      let now = 0;
      const progress = createProgress(io, () => now);
      now = 10_000;
      progress.show("a");
      progress.clear();
      expect(written).toEqual([]);
    }
  });
});

describe("paletteFor", () => {
  const isColoured = (isTerminal: boolean, env: Record<string, string>) => {
    return paletteFor(ioWith(isTerminal, env).io).fail("x") !== "x";
  };

  it("follows the terminal, NO_COLOR and FORCE_COLOR", () => {
    expect(isColoured(true, {})).toBe(true);
    expect(isColoured(false, {})).toBe(false);
    expect(isColoured(true, { NO_COLOR: "1" })).toBe(false);
    expect(isColoured(true, { NO_COLOR: "" })).toBe(true);
    expect(isColoured(false, { FORCE_COLOR: "1" })).toBe(true);
    expect(isColoured(true, { FORCE_COLOR: "0" })).toBe(false);
    expect(isColoured(true, { TERM: "dumb" })).toBe(false);
  });
});
