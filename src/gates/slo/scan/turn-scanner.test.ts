/** What a scanner says of lines that are long, broken or missing, and where it falls back. */
import { afterEach, describe, expect, it, vi } from "vitest";

import { createMvpSloAccumulator } from "../mvp-slo-accumulator.ts";
import { mergeTurnScans } from "./merge-turn-scans.ts";
import { anyTurn, createDice, mutatedFile, pushInPieces } from "./mutated-lines.test-kit.ts";
import { SCAN_LAYOUT } from "./scan-layout.ts";
import { encodeTurnLine } from "./turn-line.ts";
import { createTurnScanner, type TurnScannerOptions } from "./turn-scanner.ts";

const ENGINES = ["wasm", "javascript", "parse"] as const;
const bytesOf = (text: string) => new TextEncoder().encode(text);

function scanned(file: Uint8Array, options: TurnScannerOptions = {}) {
  const scanner = createTurnScanner(options);
  scanner.push(file);
  scanner.end();
  return scanner;
}

const GOOD = encodeTurnLine(anyTurn(createDice(3)));

describe.each(ENGINES)("a scanner with the %s engine", (engine) => {
  it("says of nothing that there are no lines", () => {
    const { lines, malformed } = scanned(new Uint8Array(), { engine }).toJSON();
    expect([lines, malformed.count]).toEqual([0, 0]);
  });

  it("locates malformed lines by number, path and column, and counts those that it does not keep", () => {
    const bad = GOOD.replace(/"accepted":\w+/, '"accepted":7');
    const file = bytesOf(`${GOOD}\n${bad}{"turn_id":\n${GOOD}[1]\n[2]`);
    const { lines, malformed } = scanned(file, { engine, maxMalformedKept: 3 }).toJSON();
    expect([lines, malformed.count, malformed.max_kept]).toEqual([7, 4, 3]);
    expect(malformed.first[0]).toEqual({
      line: 3,
      message: "Cannot evaluate turn.accepted: expected a boolean but received 7",
      path: ".accepted",
      column: bad.indexOf(":7") + 2,
    });
    expect(malformed.first.map(({ line }) => line)).toEqual([3, 4, 6]);
    expect(malformed.first[1]?.column).toBeGreaterThan(1);
  });

  it.each([60_000, 65_537, SCAN_LAYOUT.INPUT_BYTES - 1, SCAN_LAYOUT.INPUT_BYTES, 700_000])(
    "reads a turn whose id has %i bytes, and refuses it over the limit",
    (length) => {
      const turn = { ...anyTurn(createDice(5)), turn_id: "x".repeat(length) };
      const file = bytesOf(GOOD + encodeTurnLine(turn) + GOOD);
      const limit = file.length - 2 * GOOD.length - 1;
      for (const maxLineBytes of [limit, limit - 1]) {
        const whole = scanned(file, { engine, maxLineBytes }).toJSON();
        expect(whole.malformed.count).toBe(limit - maxLineBytes);
        const { line, message } = whole.malformed.first[0] ?? { line: 2, message: "a longer one" };
        expect([line, message]).toEqual([2, expect.stringContaining("a longer one")]);
        const cut = createTurnScanner({ engine, maxLineBytes });
        pushInPieces(cut, { file, dice: createDice(length) });
        expect(JSON.stringify(cut)).toBe(JSON.stringify(whole));
      }
    },
  );

  it("gives the same bytes however a file is cut at line ends", () => {
    for (let seed = 0; seed < 6; seed += 1) {
      const dice = createDice(seed);
      const options = { engine, maxMalformedKept: seed * 30, maxViolationsPerCode: 5 };
      const file = mutatedFile(400, dice);
      const parts: Uint8Array[] = [];
      for (let from = 0; from < file.length; ) {
        const end = file.indexOf(10, from + dice.below(file.length / 2));
        parts.push(file.subarray(from, end < 0 ? file.length : end + 1));
        from = end < 0 ? file.length : end + 1;
      }
      expect(parts.length).toBeGreaterThan(1);
      const merged = mergeTurnScans(parts.map((part) => scanned(part, options).toJSON()));
      expect(JSON.stringify(merged)).toBe(JSON.stringify(scanned(file, options)));
    }
  });

  it("reports what an accumulator of the same turns reports, at any time", () => {
    const scanner = createTurnScanner({ engine });
    const accumulator = createMvpSloAccumulator();
    const dice = createDice(8);
    for (let line = 0; line < 40; line += 1) {
      const turn = anyTurn(dice);
      accumulator.add(turn);
      scanner.push(bytesOf(encodeTurnLine(turn)));
      expect(JSON.stringify(scanner.report())).toBe(JSON.stringify(accumulator.report()));
    }
  });
});

describe("a scanner without WebAssembly", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.resetModules();
  });

  const refuse = (): never => {
    throw new Error("Code generation from buffer disallowed");
  };
  const stubs: [string, object | undefined][] = [
    ["is missing", undefined],
    ["lacks SIMD", { validate: () => false }],
    ["may not compile", { validate: () => true, Module: refuse }],
  ];

  it.each(stubs)("falls back to JavaScript where WebAssembly %s", async (_, stub) => {
    vi.stubGlobal("WebAssembly", stub);
    vi.resetModules();
    const scanners = await import("./turn-scanner.ts");
    for (const engine of ["auto", "wasm"] as const) {
      const scanner = scanners.createTurnScanner({ engine });
      scanner.push(bytesOf(GOOD));
      expect([scanner.engine, scanner.toJSON().fast_lines]).toEqual(["javascript", 1]);
    }
  });

  it("goes on with the full path when the engine fails amid a file", async () => {
    const { Instance } = WebAssembly;
    let calls = 0;
    vi.spyOn(WebAssembly, "Instance").mockImplementation(function failing(module) {
      const { memory, scan } = new Instance(module).exports as Record<
        string,
        (...places: number[]) => number
      >;
      const failingScan = (from: number, to: number) => {
        calls += 1;
        if (calls < 4) return scan!(from, to);
        new Uint32Array((memory as unknown as WebAssembly.Memory).buffer)[SCAN_LAYOUT.LINE / 4] = from;
        throw new WebAssembly.RuntimeError("unreachable");
      };
      return { exports: { memory, scan: failingScan } } as unknown as WebAssembly.Instance;
    });
    const file = mutatedFile(300, createDice(1));
    const state = scanned(file, { engine: "wasm" }).toJSON();
    vi.restoreAllMocks();
    const { accumulator, malformed, lines } = scanned(file, { engine: "parse" }).toJSON();
    expect(calls).toBe(4);
    expect({ ...state, fast_lines: 0, slow_lines: 0 }).toEqual({
      accumulator,
      lines,
      malformed,
      fast_lines: 0,
      slow_lines: 0,
    });
  });
});

describe("merging scans", () => {
  const state = () => structuredClone(scanned(bytesOf(`${GOOD}x\n`)).toJSON());

  it("refuses no states, contradictory ones and those that kept a different number", () => {
    expect(() => mergeTurnScans([])).toThrow(
      "Cannot merge turn scans: expected at least 1 state but received 0",
    );
    expect(() => mergeTurnScans([{ ...state(), lines: 5 }])).toThrow(/states\[0\]\.lines/);
    expect(() => mergeTurnScans([{ ...state(), malformed: { count: 1, max_kept: 20, first: [] } }])).toThrow(
      /states\[0\]\.malformed\.first\.length/,
    );
    const other = scanned(bytesOf(GOOD), { maxMalformedKept: 1 }).toJSON();
    expect(() => mergeTurnScans([state(), other])).toThrow(/expected max_kept 20 but received 1/);
    const relaxed = scanned(bytesOf(GOOD), { requireEndToEnd: false }).toJSON();
    expect(() => mergeTurnScans([state(), relaxed])).toThrow(/Cannot merge accumulators/);
  });

  it("shifts the numbers of later lines", () => {
    expect(mergeTurnScans([state(), state()]).malformed.first.map(({ line }) => line)).toEqual([2, 4]);
  });
});

describe("options of a scanner", () => {
  it("are read strictly", () => {
    expect(() => createTurnScanner({ maxLineBytes: -1 })).toThrow(/options\.maxLineBytes/);
    expect(() => createTurnScanner({ engine: "fast" as "auto" })).toThrow(/options\.engine/);
    expect(() => createTurnScanner({ maxkept: 1 } as TurnScannerOptions)).toThrow(/maxkept/);
  });
});
