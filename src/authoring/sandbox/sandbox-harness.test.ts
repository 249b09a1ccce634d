/** Sandbox nodes under the harness: the same rules and the same tests as for any other node. */
import { describe, expect, test } from "vitest";

import { wasmGain } from "../../../examples/nodes/wasm-gain/wasm-gain.ts";
import { createNodeHarness } from "../harness/node-harness.ts";
import { dataAt, nodeOf } from "./sandbox-node.test-kit.ts";

const out = dataAt(16, '{"type":"out","payload":1}');
const emit = `(drop (call $emit ${out.region} (i32.const 0) (i32.const 0)))`;

describe("a sandbox node under the harness", () => {
  test("breaks no rule in a session with turns, cancels, barge-in, pressure and a move", async () => {
    const harness = await createNodeHarness(wasmGain, { config: { gain_percent: 200 } });
    await harness.openTurn();
    await harness.feed("audio.in", Int16Array.of(1, -2, 30_000));
    await harness.pauseOutput();
    await harness.feed("audio.in", Int16Array.of(4));
    await harness.bargeIn();
    await harness.resumeOutput();
    await harness.cancel();
    await harness.migrate();
    await harness.openTurn();
    await harness.feed("audio.in", Int16Array.of(5));
    await harness.commitTurn();
    await harness.close();
    const payloads = harness.outputs("audio.out").map(({ payload }) => payload);
    expect(payloads[0]).toEqual(Int16Array.of(2, -4, 32_767));
    expect(payloads.at(-1)).toEqual(Int16Array.of(10));
    const marks = harness.transcript.filter((entry) => entry.entry === "telemetry");
    expect(marks.every(({ name, fields }) => name === "boundary" && fields["boundary"] === "sandbox")).toBe(
      true,
    );
    expect(marks.length).toBeGreaterThan(3);
  });

  test("a refused input is blocked, and no failure", async () => {
    const harness = await createNodeHarness(wasmGain, { config: { gain_percent: 200 } });
    await harness.feed("audio.in", Float32Array.of(1) as never);
    await harness.close();
    const call = harness.transcript.find((entry) => entry.entry === "hook" && entry.hook === "process");
    expect(call).toMatchObject({
      outcome: "blocked",
      error: expect.stringContaining("expected int16 samples"),
    });
  });

  test.each([
    ["NODE-BND-01", "timeout", "(loop (br 0)) (i32.const 0)"],
    ["NODE-BND-02", "overload", "(drop (memory.grow (i32.const 9999))) (i32.const 0)"],
    ["NODE-BND-04", "infrastructure_failure", "unreachable"],
  ] as const)("the harness finds %s where the module ends with %s", async (rule, outcome, process) => {
    const node = nodeOf({ process }, { fuel_per_call: 10_000 });
    const harness = await createNodeHarness(node, {});
    await harness.feed("in", null);
    await harness.close({ allow: [rule] });
    expect(harness.violations.map((violation) => violation.rule)).toEqual([rule]);
    expect(harness.transcript).toContainEqual(expect.objectContaining({ hook: "process", outcome }));
  });

  test("the same script gives the same transcript", async () => {
    const transcript = async () => {
      const process = `(if (f64.lt (call $random) (f64.const 0.5)) (then ${emit})) (i32.const 0)`;
      const harness = await createNodeHarness(nodeOf({ process, fields: out.field }), { seed: 9 });
      for (let index = 0; index < 20; index += 1) await harness.feed("in", index);
      await harness.close();
      return harness.transcript;
    };
    const first = await transcript();
    expect(await transcript()).toEqual(first);
    expect(first.filter(({ entry }) => entry === "output").length).toBeGreaterThan(3);
  });

  test("outputs wait for the consumer, one by one, and nothing of them is lost", async () => {
    const harness = await createNodeHarness(
      nodeOf({ process: `${emit.repeat(5)} (i32.const 0)`, fields: out.field }),
    );
    await harness.pauseOutput();
    await harness.feed("in", null);
    expect(harness.outputs()).toHaveLength(0);
    await harness.resumeOutput();
    expect(harness.outputs()).toHaveLength(5);
    await harness.close();
  });
});
