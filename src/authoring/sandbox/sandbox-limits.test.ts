import { describe, expect, test } from "vitest";

import { dataAt, expectFailure, marksOf, nodeOf, runOf } from "./sandbox-node.test-kit.ts";

const LOOP = "(loop $again (br $again)) (i32.const 0)";
const out = dataAt(16, '{"type":"out","payload":1}');
const emit = `(drop (call $emit ${out.region} (i32.const 0) (i32.const 0)))`;

describe("fuel", () => {
  test("stops an infinite loop, with the outcome timeout", () => {
    const run = runOf(nodeOf({ process: LOOP }, { fuel_per_call: 10_000 }));
    expectFailure(run, "timeout", {
      message: /^Cannot run rspp_process of node "boxed": .* 10000 units of fuel/,
    });
    expect(marksOf(run).at(-1)).toMatchObject({ cpu_units: 10_000, memory_mb: 1 / 16 });
  });

  test.each([
    ["a jump back over blocks", "(loop $a (block (block (br $a)))) (i32.const 0)"],
    ["a loop that nobody names", "(loop (br 0)) (i32.const 0)"],
    ["loops in loops", "(loop $a (loop $b (br_if $b (i32.const 0)) (br $a))) (i32.const 0)"],
    [
      "functions that call each other in a loop",
      "(loop $a (drop (call $alloc (i32.const 1))) (br $a)) (i32.const 0)",
    ],
    [
      "a flood of telemetry",
      `(loop $a (call $telemetry (i32.const 512) (i32.const 12)) (br $a)) (i32.const 0)`,
    ],
    [
      "filling memory again and again",
      "(loop $a (memory.fill (i32.const 0) (i32.const 1) (i32.const 4000)) (br $a)) (i32.const 0)",
    ],
  ])("stops %s", (_, process) => {
    const fields = dataAt(512, '{"name":"x"}').field;
    expectFailure(runOf(nodeOf({ process, fields }, { fuel_per_call: 100_000 })), "timeout", {
      message: /fuel/,
    });
  });

  test("stops a loop in any function that the module exports, and in its start function", () => {
    const name = (hook: string) => `(func (export "${hook}") (result i32) ${LOOP})`;
    const { hooks, ctx } = runOf(nodeOf({ fields: name("rspp_start") }, { fuel_per_call: 1_000 }));
    expect(() => hooks.start?.(ctx)).toThrow(/rspp_start .* fuel/);
    const starting = nodeOf({ fields: "(func $s (loop (br 0))) (start $s)" }, { fuel_per_call: 1_000 });
    expect(() => runOf(starting)).toThrow(/the start function .* fuel/);
    const barge = runOf(nodeOf({ fields: name("rspp_on_barge_in") }, { fuel_per_call: 1_000 }));
    expect(() => barge.hooks.onBargeIn?.(barge.ctx)).toThrow(/rspp_on_barge_in .* fuel/);
    const alloc = runOf(nodeOf({ alloc: LOOP }, { fuel_per_call: 1_000 }));
    expectFailure(alloc, "timeout", { message: /fuel/ });
  });

  test("is full again at each call, and the same input costs the same", () => {
    const count = `(loop $a (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $a (i32.lt_u (local.get $i) (local.get $length)))) (i32.const 0)`;
    const definition = nodeOf({ process: count }, { fuel_per_call: 2_000 });
    const units = () => {
      const run = runOf(definition);
      for (let call = 0; call < 50; call += 1) run.process("x".repeat(call % 10));
      return marksOf(run).map(({ cpu_units }) => Number(cpu_units));
    };
    const first = units();
    expect(units()).toEqual(first);
    expect(first.at(-1)).toBe(first.at(-11));
    expect(first.at(-1)).toBeGreaterThan(first.at(-2) ?? 0);
  });

  test("pays by the byte for what is long, so that no single instruction takes for ever", () => {
    const fill = (length: number) =>
      `(memory.fill (i32.const 0) (i32.const 0) (i32.const ${length})) (i32.const 0)`;
    const cost = (length: number) => {
      const run = runOf(nodeOf({ process: fill(length) }));
      run.process(null);
      return Number(marksOf(run).at(-1)?.["cpu_units"]);
    };
    expect(cost(65_536) - cost(0)).toBe(4_096);
    // What is out of bounds traps; it does not look like a lack of fuel.
    expectFailure(runOf(nodeOf({ process: fill(-1) })), "infrastructure_failure", { message: /no trap/ });
  });
});

describe("stack", () => {
  const recursion = "(func $down (param $n i32) (result i32) (call $down (local.get $n)))";

  test("recursion without end is a crash of the module alone, at the same depth each time", () => {
    const definition = nodeOf({ fields: recursion, process: "(call $down (i32.const 0))" });
    const runs = [runOf(definition), runOf(definition)];
    for (const run of runs) {
      expectFailure(run, "infrastructure_failure", { message: /at most 2000 nested calls/ });
    }
    expect(marksOf(runs[0]!)).toEqual(marksOf(runs[1]!));
  });

  test("indirect calls count, too, and depth is given back", () => {
    const indirect = `(table 1 funcref) (elem (i32.const 0) $down)
      (func $down (param $n i32) (result i32) (call_indirect (type (func (param i32) (result i32)))
        (local.get $n) (i32.const 0)))`;
    const deep = nodeOf({ fields: indirect, process: "(call $down (i32.const 0))" });
    expectFailure(runOf(deep), "infrastructure_failure", { message: /nested calls/ });
    const leaf = "(func $leaf (nop))";
    const wide = `(loop $a (call $leaf) (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $a (i32.lt_u (local.get $i) (i32.const 10000)))) (i32.const 0)`;
    expect(runOf(nodeOf({ fields: leaf, process: wide })).process(null)).toEqual([]);
  });

  test("functions with many locals reach the bound sooner, before the stack of the engine ends", () => {
    const locals = "(local i64)".repeat(1_600);
    const fields = `(func $down (result i32) ${locals} (i32.add (call $down) (i32.const 1)))`;
    expectFailure(runOf(nodeOf({ fields, process: "(call $down)" })), "infrastructure_failure", {
      message: /nested calls/,
    });
  });
});

describe("memory", () => {
  const bomb = "(loop $a (br_if $a (i32.ne (memory.grow (i32.const 1)) (i32.const -1))))";

  test("growth beyond the bound is refused, with the outcome overload; the node goes on", () => {
    const run = runOf(
      nodeOf(
        { process: `${bomb} ${emit} (i32.const 0)`, fields: out.field },
        { resources: { memory_mb: 2 } },
      ),
    );
    expect(run.process(null)).toEqual([{ type: "out", payload: 1 }]);
    expect(run.outcomes).toEqual(["overload"]);
    expect(marksOf(run).at(-1)).toMatchObject({ memory_mb: 2, outcome: "overload" });
    run.process(null);
    expect(run.outcomes).toEqual(["overload", "overload"]);
  });

  test("a module that gives up at the bound ends with overload, and not as a crash", () => {
    const run = runOf(nodeOf({ process: `${bomb} unreachable` }, { resources: { memory_mb: 2 } }));
    expectFailure(run, "overload", { message: /at most 2 MiB of memory/ });
  });

  test("a maximum of the module's own below the bound is its own affair", () => {
    const memory = '(memory (export "memory") 1 3)';
    const run = runOf(nodeOf({ process: `${bomb} (i32.const 0)`, memory }));
    run.process(null);
    expect(run.outcomes).toEqual([]);
    expect(marksOf(run).at(-1)).toMatchObject({ memory_mb: 3 / 16 });
  });

  test("an imported memory has the same bound", () => {
    const memory = "";
    const imports = '(import "rspp:node/host" "memory" (memory 1))';
    const run = runOf(
      nodeOf({ process: `${bomb} (i32.const 0)`, memory, imports }, { resources: { memory_mb: 1 } }),
    );
    run.process(null);
    expect(marksOf(run).at(-1)).toMatchObject({ memory_mb: 1, outcome: "overload" });
  });

  test("new memory costs fuel, a refused growth does not", () => {
    const grow = (pages: number) => `(drop (memory.grow (i32.const ${pages}))) (i32.const 0)`;
    const cost = (pages: number) => {
      const run = runOf(nodeOf({ process: grow(pages) }));
      run.process(null);
      return Number(marksOf(run).at(-1)?.["cpu_units"]);
    };
    expect(cost(3) - cost(2)).toBe(4_096);
    expect(cost(-1)).toBeLessThan(cost(1));
  });

  test("a table grows up to its bound", () => {
    const grow = (entries: number) => `(table.grow (ref.null func) (i32.const ${entries}))`;
    const run = runOf(
      nodeOf({
        fields: "(table 1 100000 funcref)",
        process: `(drop ${grow(65_535)}) (i32.add ${grow(1)} (i32.const 1))`,
      }),
    );
    expect(run.process(null)).toEqual([]);
    // A lower maximum of the module's own stays.
    const small = nodeOf({ fields: "(table 1 2 funcref)", process: `(i32.add ${grow(2)} (i32.const 1))` });
    expect(runOf(small).process(null)).toEqual([]);
  });

  test("a flood of outputs is bounded by what the node may hold back", () => {
    const flood = `(loop $a (local.set $i (i32.add (local.get $i) (i32.const 1)))
      (br_if $a (i32.eqz (call $emit ${out.region} (i32.const 0) (i32.const 0))))) (i32.const 0)`;
    const run = runOf(nodeOf({ process: flood, fields: out.field }, { max_buffered: 5 }));
    expect(run.process(null)).toHaveLength(5);
    expect(run.outcomes).toEqual(["overload"]);
  });
});

describe("isolation", () => {
  test("after a trap the module is dead: calls say why, interruptions and stop still work", () => {
    const hook = (name: string) => `(func (export "${name}") (result i32) unreachable)`;
    const fields = hook("rspp_on_barge_in") + hook("rspp_stop");
    const run = runOf(nodeOf({ process: "unreachable", fields }));
    expectFailure(run, "infrastructure_failure", { message: /expected no trap but received ".*unreachable/ });
    expect(() => run.process(null)).toThrow(
      /expected a module that is alive but received one that is dead: Cannot/,
    );
    expect(run.outcomes).toEqual(["infrastructure_failure", "infrastructure_failure"]);
    run.hooks.onCancel?.(run.ctx, "user");
    run.hooks.onBargeIn?.(run.ctx);
    run.hooks.stop?.(run.ctx);
    const exhausted = run.hooks.onBudgetExhausted?.(run.ctx, "degrade") as Generator | undefined;
    expect(exhausted?.next()).toEqual({ done: true, value: "terminate" });
  });

  test("other instances of the node and the host are untouched", () => {
    const crash = "(if (i32.gt_u (local.get $length) (i32.const 80)) (then unreachable)) (i32.const 0)";
    const definition = nodeOf({ process: crash });
    const [dead, alive] = [runOf(definition), runOf(definition)];
    expect(() => dead.process("x".repeat(100))).toThrow(/trap/);
    expect(alive.process(null)).toEqual([]);
  });

  test("a module that fails gives nothing of what it had emitted in that call", () => {
    const run = runOf(nodeOf({ process: `${emit} unreachable`, fields: out.field }));
    expectFailure(run, "infrastructure_failure", { message: /no trap/ });
  });

  test("a node whose init failed can be stopped, and nothing else", () => {
    const run = runOf(nodeOf({ fields: "(func $s unreachable) (start $s)" }), { boots: false });
    expect(() => run.hooks.init?.(run.ctx)).toThrow(/the start function/);
    run.hooks.stop?.(run.ctx);
    expect(() => run.process(null)).toThrow(/dead/);
    const idle = runOf(nodeOf(), { boots: false });
    idle.hooks.stop?.(idle.ctx);
    expect(() => idle.process(null)).toThrow(/expected a module that was started/);
  });
});
