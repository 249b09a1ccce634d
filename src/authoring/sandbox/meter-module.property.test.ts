/** Metered programs do what the same programs do without a meter, and cost the same each time. */
import fc from "fast-check";
import { expect, test } from "vitest";

import { sha256Hex } from "../../internal/sha256.ts";
import { METER_EXPORTS, meterModule } from "./meter-module.ts";
import { readWasmLayout } from "./wasm-layout.ts";
import { assembleWat } from "./wasm-module.test-kit.ts";

const MANY = { seed: 20_261_121, numRuns: 400 };
const FUEL = 1_000_000;

const local = fc.constantFrom("$a", "$b", "$c");
const binary = fc.constantFrom(
  "add",
  "sub",
  "mul",
  "and",
  "or",
  "xor",
  "shl",
  "shr_s",
  "div_s",
  "rem_u",
  "rotl",
  "lt_s",
);

/** Expressions and statements over three locals, a global, a page of memory and three functions. */
const { statements } = fc.letrec<{ value: string; statement: string; statements: string }>((tie) => {
  const value = tie("value");
  const join = (template: string, ...parts: fc.Arbitrary<string>[]) =>
    fc.tuple(...parts).map((texts) => texts.reduce((text, part) => text.replace("%", part), template));
  const address = join("(i32.and % (i32.const 1023))", value);
  return {
    value: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      fc.integer({ min: -100_000, max: 100_000 }).map((number) => `(i32.const ${number})`),
      join("(local.get %)", local),
      fc.constant("(global.get $g)"),
      join("(i32.% % %)", binary, value, value),
      join("(i32.eqz %)", value),
      join("(select % % %)", value, value, value),
      join("(i32.load %)", address),
      join("(local.tee % %)", local, value),
      join("(call $twice %)", value),
      join("(call $down (i32.and % (i32.const 7)))", value),
      join(
        "(call_indirect (type (func (param i32) (result i32))) % (i32.and % (i32.const 3)))",
        value,
        value,
      ),
      join("(if (result i32) % (then %) (else %))", value, value, value),
      join("(block $out (result i32) (br_if $out % %))", value, value),
      join("(memory.grow (i32.and % (i32.const 1)))", value),
      join("(i32.wrap_i64 (i64.mul (i64.extend_i32_s %) (i64.const 12345678)))", value),
      fc.constant("(memory.size)"),
    ),
    statement: fc.oneof(
      { depthSize: "small", withCrossShrink: true },
      join("(local.set % %)", local, value),
      join("(global.set $g %)", value),
      join("(i32.store % %)", address, value),
      join("(drop %)", value),
      join("(if % (then %) (else %))", value, tie("statements"), tie("statements")),
      // Loops go round a few times only, by a counter of their own function.
      join(
        `(loop $again % (global.set $turns (i32.add (global.get $turns) (i32.const 1)))
          (br_if $again (i32.and (i32.lt_u (global.get $turns) (i32.const 60)) (i32.ne % (i32.const 0)))))`,
        tie("statements"),
        value,
      ),
      join("(block $away (br_if $away %) %)", value, tie("statements")),
      join("(memory.fill % % (i32.and % (i32.const 255)))", address, value, value),
      join("(memory.copy % % (i32.and % (i32.const 255)))", address, address, value),
      join("(if (i32.eq % (i32.const 3)) (then (return %)))", value, value),
    ),
    statements: fc.array(tie("statement"), { maxLength: 4 }).map((lines) => lines.join("\n")),
  };
});

const programOf = (statements: string) =>
  assembleWat(`(module
    (memory (export "memory") 1 4)
    (table 3 funcref)
    (global $g (export "g") (mut i32) (i32.const 5))
    (global $turns (export "turns") (mut i32) (i32.const 0))
    (elem (i32.const 0) $twice $down)
    (func $twice (param $x i32) (result i32) (i32.shl (local.get $x) (i32.const 1)))
    (func $down (param $n i32) (result i32)
      (local.set $n (i32.and (local.get $n) (i32.const 63)))
      (if (result i32) (i32.gt_s (local.get $n) (i32.const 0))
        (then (i32.add (i32.const 3) (call $down (i32.sub (local.get $n) (i32.const 1)))))
        (else (local.get $n))))
    (func (export "run") (param $a i32) (param $b i32) (result i32) (local $c i32)
      ${statements}
      (i32.add (local.get $a) (i32.add (local.get $b) (local.get $c)))))`);

interface Trace {
  readonly results: readonly unknown[];
  readonly memory: string;
  readonly g: number;
  /** Turns of all loops. */
  readonly turns: number;
}

type Exports = Record<string, WebAssembly.Global<"i32">> & {
  run(a: number, b: number): number;
  memory: WebAssembly.Memory;
};

/** What some calls give, and what they leave behind. */
function trace(bytes: Uint8Array, fuel?: number): Trace & { readonly left: number } {
  const module = new WebAssembly.Module(bytes as Uint8Array<ArrayBuffer>);
  const exports = new WebAssembly.Instance(module).exports as unknown as Exports;
  const gauge = exports[METER_EXPORTS.fuel];
  if (gauge !== undefined && fuel !== undefined) {
    gauge.value = fuel;
    exports[METER_EXPORTS.depth]!.value = 2_000;
  }
  const results = [
    [1, 2],
    [-7, 1_000_000],
    [0, 0],
  ].map(([a = 0, b = 0]) => {
    try {
      return exports.run(a, b);
    } catch (error) {
      return (error as Error).message;
    }
  });
  const memory = new Uint8Array(exports.memory.buffer);
  return {
    results,
    memory: `${memory.length} ${sha256Hex(memory.subarray(0, 2_048))}`,
    g: exports["g"]!.value,
    turns: exports["turns"]!.value,
    left: gauge?.value ?? 0,
  };
}

const metered = (bytes: Uint8Array) => meterModule(readWasmLayout(bytes), { memory_pages: 16 });

test("random programs give the same with a meter and without one, at the same cost each time", () => {
  let trapped = 0;
  let grown = 0;
  fc.assert(
    fc.property(statements, (text) => {
      const bytes = programOf(text);
      const { left: _, ...plain } = trace(bytes);
      const { left, ...same } = trace(metered(bytes), FUEL);
      expect(same).toEqual(plain);
      expect(trace(metered(bytes), FUEL).left).toBe(left);
      // A turn of a loop has at least eight instructions, and each of them has its price.
      expect(FUEL - left).toBeGreaterThanOrEqual(3 + 8 * plain.turns);
      trapped += plain.results.some((result) => typeof result === "string") ? 1 : 0;
      grown += plain.memory.startsWith("65536 ") ? 0 : 1;
    }),
    MANY,
  );
  // The programs are not all of one kind.
  expect([trapped > 10, trapped < 350, grown > 5]).toEqual([true, true, true]);
});

test("with exactly the fuel that it takes a program runs, with one unit less it is stopped", () => {
  fc.assert(
    fc.property(statements, (text) => {
      const bytes = metered(programOf(text));
      const whole = trace(bytes, FUEL);
      if (whole.results.some((result) => typeof result === "string")) return;
      const cost = FUEL - whole.left;
      expect(trace(bytes, cost)).toEqual({ ...whole, left: 0 });
      expect(trace(bytes, cost - 1).left).toBeLessThan(0);
    }),
    MANY,
  );
});

test("a program that was metered wrongly would be noticed", () => {
  const bytes = programOf("(loop $again (local.set $c (i32.add (local.get $c) (i32.const 1))))");
  const broken = metered(bytes).slice();
  const at = broken.lastIndexOf(0x6a);
  broken[at] = 0x6b;
  expect(trace(broken, FUEL).results).not.toEqual(trace(bytes).results);
});
