import { describe, expect, test } from "vitest";

import { dataAt, eventOf, expectFailure, marksOf, nodeOf, runOf } from "./sandbox-node.test-kit.ts";

const emitOf = (json: { region: string }, bytes = "(i32.const 0) (i32.const 0)") =>
  `(drop (call $emit ${json.region} ${bytes}))`;

/** A module that emits a message, whatever comes in. */
const emitting = (json: string, bytes?: string) => {
  const data = dataAt(16, json);
  return nodeOf({ process: `${emitOf(data, bytes)} (i32.const 0)`, fields: data.field });
};

describe("events", () => {
  test("come in as JSON text with the samples beside it, and go out the same way", () => {
    const head = dataAt(16, '{"type":"out","encoding":"int16","envelope":{"event_id":"mine"}}');
    const double = `(loop $a
        (i32.store16 (i32.add (local.get $bytes) (local.get $i))
          (i32.mul (i32.load16_s (i32.add (local.get $bytes) (local.get $i))) (i32.const 2)))
        (local.set $i (i32.add (local.get $i) (i32.const 2)))
        (br_if $a (i32.lt_u (local.get $i) (local.get $count))))
      ${emitOf(head, "(local.get $bytes) (local.get $count)")} (i32.const 0)`;
    const run = runOf(nodeOf({ process: double, fields: head.field }));
    const samples = Int16Array.of(1, -2, 300);
    const [output] = run.process(samples);
    expect(output).toEqual({
      type: "out",
      payload: Int16Array.of(2, -4, 600),
      envelope: { event_id: "mine" },
    });
    expect(samples).toEqual(Int16Array.of(1, -2, 300));
    expect(marksOf(run).at(-1)).toMatchObject({ hook: "rspp_process", outcome: "success" });
  });

  test("the module sees type, payload, encoding and envelope", () => {
    // The output has the input as its payload: the text of the event between two pieces of text.
    const process = `(drop (call $emit (i32.const 16) (call $quoted (local.get $json) (local.get $length))
      (i32.const 0) (i32.const 0))) (i32.const 0)`;
    const wrap = `(func $quoted (param $at i32) (param $length i32) (result i32)
      (memory.copy (i32.const 16) (i32.const 2048) (i32.const 24))
      (memory.copy (i32.const 40) (local.get $at) (local.get $length))
      (i32.store8 (i32.add (i32.const 40) (local.get $length)) (i32.const 125))
      (i32.add (local.get $length) (i32.const 25)))`;
    const head = dataAt(2048, '{"type":"out","payload":').field;
    const run = runOf(nodeOf({ process, fields: head + wrap }));
    const envelope = { event_id: "e-1" };
    expect(run.process({ text: "grüße" })).toEqual([
      { type: "out", payload: { type: "in", payload: { text: "grüße" }, envelope } },
    ]);
    expect(run.process(Float32Array.of(1))).toEqual([
      { type: "out", payload: { type: "in", encoding: "float32", envelope } },
    ]);
    expect(run.process(undefined)).toEqual([{ type: "out", payload: { type: "in", envelope } }]);
  });

  test("samples begin where every typed array may begin, wherever the module puts them", () => {
    const check = "(i32.rem_u (local.get $bytes) (i32.const 16))";
    for (const at of [4096, 4097, 4111]) {
      const run = runOf(nodeOf({ process: check, alloc: `(i32.const ${at})` }));
      expect(run.process(Float64Array.of(1))).toEqual([]);
    }
  });

  test("a payload that has no JSON is refused without the module", () => {
    const run = runOf(nodeOf());
    expect(() => run.process(1n)).toThrow(expect.objectContaining({ name: "RefusedInput" }));
    expect(() => run.process(new DataView(new ArrayBuffer(1)))).toThrow(/a typed array of int8/);
    expect(run.outcomes).toEqual([]);
  });

  test.each([
    ["text that is no JSON", "{oops", /read an output/],
    ["text that is no UTF-8", "\u00ff", /read an output/],
    ["no object", "[]", /a JSON object/],
    ["an unknown member", '{"type":"out","payloads":1}', /did you mean "payload"/],
    ["no type", '{"payload":1}', /a string as type/],
    ["an envelope that is none", '{"type":"out","envelope":[]}', /an object as envelope/],
    ["an unknown encoding", '{"type":"out","encoding":"pcm"}', /an encoding of int8/],
  ])("garbage from the module is a crash: %s", (_, json, message) => {
    const run = runOf(emitting(json));
    expectFailure(run, "infrastructure_failure", { message });
    expect(() => run.process(null)).toThrow(/dead/);
  });

  test.each([
    ["a text beyond its end", "(i32.const 65530) (i32.const 7) (i32.const 0) (i32.const 0)"],
    ["a length below zero", "(i32.const 0) (i32.const -1) (i32.const 0) (i32.const 0)"],
    ["bytes beyond its end", "(i32.const 16) (i32.const 14) (i32.const -4) (i32.const 8)"],
  ])("a pointer out of the memory is a crash: %s", (_, numbers) => {
    const process = `(drop (call $emit ${numbers})) (i32.const 0)`;
    const run = runOf(nodeOf({ process, fields: dataAt(16, '{"type":"out"}').field }));
    expectFailure(run, "infrastructure_failure", { message: /a region within 65536 bytes/ });
  });

  test("bytes have to fit their encoding", () => {
    const bytes = "(i32.const 16) (i32.const 3)";
    const odd = runOf(emitting('{"type":"out","encoding":"int16"}', bytes));
    expectFailure(odd, "infrastructure_failure", { message: /a multiple of 2 bytes but received 3/ });
    const bare = runOf(emitting('{"type":"out"}', bytes));
    expectFailure(bare, "infrastructure_failure", { message: /an encoding for the bytes/ });
  });

  test("an allocator without memory is an overload, one that lies is a crash", () => {
    expectFailure(runOf(nodeOf({ alloc: "(i32.const 0)" })), "overload", { message: /memory for \d+ bytes/ });
    const lying = runOf(nodeOf({ alloc: "(i32.const 65535)" }));
    expectFailure(lying, "infrastructure_failure", { message: /a region within/ });
  });
});

describe("answers", () => {
  test("a module refuses an input and goes on", () => {
    const why = dataAt(16, "no such language");
    const process = `(if (i32.eqz (local.get $count)) (then (call $refuse ${why.region}))) (i32.const 0)`;
    const run = runOf(nodeOf({ process, fields: why.field }));
    expect(() => run.process("x")).toThrow(
      expect.objectContaining({ name: "RefusedInput", message: "no such language" }),
    );
    expect(run.outcomes).toEqual([]);
    expect(marksOf(run).at(-1)).toMatchObject({ outcome: "blocked" });
    expect(run.process(Int8Array.of(1))).toEqual([]);
  });

  test("another result than 0 is a failure that the module survives", () => {
    const run = runOf(nodeOf({ process: "(local.get $count)" }));
    expect(() => run.process(Int8Array.of(1, 2))).toThrow(/expected 0 but received 2 from the module/);
    expect(run.outcomes).toEqual(["infrastructure_failure"]);
    expect(marksOf(run).at(-1)).toMatchObject({ outcome: "infrastructure_failure" });
    expect(run.process(null)).toEqual([]);
  });

  test("time and chance come from the context", () => {
    const wasi = `(import "wasi:clocks/monotonic-clock@0.2.3" "now" (func $now (result i64)))
      (import "wasi:random/random@0.2.0" "get-random-u64" (func $u64 (result i64)))`;
    const process = `(if (f64.ne (call $now_ms) (f64.const 1234.5)) (then unreachable))
      (if (i64.ne (call $now) (i64.const 1234500000)) (then unreachable))
      (if (i64.eq (call $u64) (call $u64)) (then unreachable))
      (i32.trunc_sat_f64_s (f64.mul (call $random) (f64.const 1000)))`;
    const answer = () => {
      const run = runOf(nodeOf({ process, imports: wasi }));
      expect(() => run.process(null)).toThrow(/received \d+ from the module/);
      return marksOf(run);
    };
    expect(answer()).toEqual(answer());
  });

  test("telemetry and state go to the context", () => {
    const record = dataAt(16, '{"name":"vad","fields":{"level":0.5,"on":true}}');
    const [name, value] = [dataAt(128, "calls"), dataAt(160, '{"n":1}')];
    const process = `(call $telemetry ${record.region})
      (if (i32.eq (call $state_get (i32.const 2) ${name.region} (i32.const 512) (i32.const 64)) (i32.const -1))
        (then (drop (call $state_set (i32.const 2) ${name.region} ${value.region})) (return (i32.const 0))))
      (if (i32.ne (i32.load8_u (i32.const 516)) (i32.const 58)) (then unreachable))
      (call $state_set (i32.const 2) ${name.region} (i32.const 0) (i32.const 0))`;
    const run = runOf(nodeOf({ process, fields: record.field + name.field + value.field }));
    run.process(null);
    expect(run.state).toEqual(new Map([["durable calls", { n: 1 }]]));
    run.process(null);
    expect(run.state.size).toBe(0);
    const mine = run.records.filter((entry) => entry.name === "vad");
    expect(mine).toEqual([1, 2].map(() => ({ name: "vad", fields: { level: 0.5, on: true } })));
  });

  test("a module cannot write the marks of the boundary", () => {
    const record = dataAt(16, '{"name":"boundary"}');
    const run = runOf(
      nodeOf({ process: `(call $telemetry ${record.region}) (i32.const 0)`, fields: record.field }),
    );
    expectFailure(run, "infrastructure_failure", { message: /another name than "boundary"/ });
  });
});

describe("hooks", () => {
  const two = dataAt(16, '{"type":"out","payload":1}');
  const process = `${emitOf(two)} ${emitOf(two)} (i32.const 0)`;

  test("all of them reach the module, in the form of the ABI", () => {
    const note = (name: string) => {
      const data = dataAt(256, '{"name":"hook"}');
      return `(func (export "${name}") ${name === "rspp_init" || name === "rspp_on_cancel" ? "(param i32 i32)" : ""}
        (result i32) (call $telemetry ${data.region}) (i32.const 0))`;
    };
    const names = ["rspp_init", "rspp_start", "rspp_on_cancel", "rspp_on_barge_in", "rspp_stop"];
    const fields = dataAt(256, '{"name":"hook"}').field + names.map(note).join(" ");
    const run = runOf(nodeOf({ fields }));
    run.hooks.start?.(run.ctx);
    run.hooks.onCancel?.(run.ctx, "barge");
    run.hooks.onBargeIn?.(run.ctx);
    run.hooks.stop?.(run.ctx);
    expect(run.records.filter(({ name }) => name === "hook")).toHaveLength(5);
    expect(marksOf(run).map(({ hook }) => hook)).toEqual(["the start function", ...names]);
  });

  test.each(["onCancel", "onBargeIn"] as const)("%s drops what is not yet taken", (hook) => {
    const run = runOf(nodeOf({ process, fields: two.field }));
    const outputs = (run.hooks.process(run.ctx, eventOf(null)) as Iterable<unknown>)[Symbol.iterator]();
    expect(outputs.next().done).toBe(false);
    run.hooks[hook]?.(run.ctx, "user");
    expect(outputs.next().done).toBe(true);
    expect(run.process(null)).toHaveLength(2);
  });

  test("an exhausted budget asks the module, which may give outputs and choose the outcome", () => {
    const exhausted = `(func (export "rspp_on_budget_exhausted") (param $outcome i32) (result i32)
      ${emitOf(two)} (i32.add (local.get $outcome) (i32.const 1)))`;
    const run = runOf(nodeOf({ fields: two.field + exhausted }));
    const ask = (outcome: "degrade" | "terminate") =>
      run.hooks.onBudgetExhausted?.(run.ctx, outcome) as Generator<unknown, unknown>;
    const asked = ask("degrade");
    expect(asked.next().value).toEqual({ type: "out", payload: 1 });
    expect(asked.next()).toEqual({ done: true, value: "fallback" });
    expect(() => ask("terminate").next()).toThrow(/rspp_on_budget_exhausted .* received 4/);
    const plain = runOf(nodeOf()).hooks.onBudgetExhausted?.(run.ctx, "degrade") as Generator;
    expect(plain.next()).toEqual({ done: true, value: "degrade" });
  });

  test("only process and an exhausted budget give outputs", () => {
    const start = `(func (export "rspp_start") (result i32)
      (i32.sub (call $emit ${two.region} (i32.const 0) (i32.const 0)) (i32.const 2)))`;
    const run = runOf(nodeOf({ fields: two.field + start }));
    expect(run.hooks.start?.(run.ctx)).toBeUndefined();
  });
});
