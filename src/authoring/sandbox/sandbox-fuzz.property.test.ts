/** Modules that were damaged: they are refused, or they run within their bounds, and nothing else ever happens. */
import fc from "fast-check";
import { expect, test } from "vitest";

import { isRefusal } from "../node/refused-input.ts";
import { SANDBOX_LIMITS } from "./sandbox-abi.ts";
import { dataAt, marksOf, moduleOf, nodeOf, runOf } from "./sandbox-node.test-kit.ts";
import { SandboxFailure, SandboxRefusal } from "./sandbox-refusal.ts";

const out = dataAt(16, '{"type":"out","payload":1}');

const WHOLE = moduleOf({
  fields: `${out.field}
    (table 2 funcref) (elem (i32.const 0) $down)
    (func $down (param $n i32) (result i32)
      (if (i32.eqz (local.get $n)) (then (return (i32.const 0))))
      (call_indirect (type (func (param i32) (result i32))) (i32.sub (local.get $n) (i32.const 1)) (i32.const 0)))
    (func (export "rspp_init") (param i32 i32) (result i32) (call $down (i32.const 20)))`,
  process: `(loop $again
      (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (drop (memory.grow (i32.const 1)))
      (memory.fill (i32.const 512) (local.get $i) (i32.const 64))
      (br_if $again (i32.lt_u (local.get $i) (i32.const 9))))
    (drop (call $emit ${out.region} (i32.const 0) (i32.const 0)))
    (i32.const 0)`,
});

const FUEL = 50_000;

/** What becomes of a damaged module; throws whatever must not be thrown. */
function fateOf(module: Uint8Array): "refused" | "failed" | "ran" {
  const defined = tried(() =>
    nodeOf({}, { module, fuel_per_call: FUEL, resources: { memory_mb: 1 }, max_buffered: 64 }),
  );
  if (defined instanceof SandboxRefusal) return "refused";
  if (defined instanceof Error) throw defined;
  const run = runOf(defined, { boots: false });
  const ends = [
    tried(() => run.hooks.init?.(run.ctx)),
    tried(() => expect(run.process("x").length).toBeLessThanOrEqual(64)),
    tried(() => run.hooks.stop?.(run.ctx)),
  ].filter((end) => end instanceof Error);
  for (const end of ends) if (!(end instanceof SandboxFailure) && !isRefusal(end)) throw end;
  for (const { cpu_units, memory_mb } of marksOf(run)) {
    expect(cpu_units).toBeLessThanOrEqual(FUEL);
    expect(memory_mb).toBeLessThanOrEqual(1);
  }
  return ends.length > 0 ? "failed" : "ran";
}

function tried<T>(run: () => T): T | Error {
  try {
    return run();
  } catch (error) {
    return error as Error;
  }
}

test("damage to any byte is refused or contained", () => {
  const fates = { refused: 0, failed: 0, ran: 0 };
  const place = fc.integer({ min: 8, max: WHOLE.length - 1 });
  fc.assert(
    fc.property(
      fc.array(fc.tuple(place, fc.integer({ min: 0, max: 255 })), { minLength: 1, maxLength: 2 }),
      (damage) => {
        const module = WHOLE.slice();
        for (const [at, byte] of damage) module[at] = byte;
        fates[fateOf(module)] += 1;
      },
    ),
    { seed: 3, numRuns: 3_000 },
  );
  // All of it happens, so that each way was tried.
  expect(Math.min(...Object.values(fates))).toBeGreaterThan(20);
});

test("the module as it was written runs", () => {
  expect(fateOf(WHOLE)).toBe("ran");
  expect(SANDBOX_LIMITS.call_depth).toBeGreaterThan(20);
});
