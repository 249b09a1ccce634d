import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";

import { runOf } from "../../../src/authoring/sandbox/sandbox-node.test-kit.ts";
import { assembleWat } from "../../../src/authoring/sandbox/wasm-module.test-kit.ts";
import { wasmGain } from "./wasm-gain.ts";

const fileOf = (name: string) => new URL(name, import.meta.url);

const gainOf = (gain_percent: number) => {
  const run = runOf(wasmGain, { config: { gain_percent } });
  const event = (payload: unknown) => ({ type: "audio.in", payload, envelope: { event_id: "e-1" } as never });
  return (payload: unknown) => [
    ...(run.hooks.process(run.ctx, event(payload)) as Iterable<{ payload: unknown }>),
  ];
};

describe("the module", () => {
  test("is what its text says, byte for byte", () => {
    const committed = new Uint8Array(readFileSync(fileOf("wasm-gain.wasm")));
    expect(committed).toEqual(assembleWat(readFileSync(fileOf("wasm-gain.wat"), "utf8")));
  });

  test("imports and exports what the ABI of nodes says, and nothing else", () => {
    const module = new WebAssembly.Module(readFileSync(fileOf("wasm-gain.wasm")));
    expect(WebAssembly.Module.imports(module).map(({ module, name }) => `${module} ${name}`)).toEqual([
      "rspp:node/host emit",
      "rspp:node/host refuse",
    ]);
    expect(
      WebAssembly.Module.exports(module)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(["memory", "rspp_alloc", "rspp_init", "rspp_process"]);
  });
});

describe("the node", () => {
  test("multiplies every sample by the gain of its config, within the range of int16", () => {
    const samples = fc.int16Array({ maxLength: 500 });
    fc.assert(
      fc.property(samples, fc.integer({ min: 0, max: 800 }), (input, percent) => {
        const expected = input.map((sample) =>
          Math.max(-32_768, Math.min(32_767, Math.trunc((sample * percent) / 100))),
        );
        expect(gainOf(percent)(input)).toEqual([{ type: "audio.out", payload: expected }]);
      }),
      { seed: 7, numRuns: 100 },
    );
  });

  test("takes what is larger than its first page of memory", () => {
    const [output] = gainOf(200)(new Int16Array(100_000).fill(21));
    expect(output?.payload).toEqual(new Int16Array(100_000).fill(42));
  });

  test("refuses what are no int16 samples, and goes on", () => {
    const gain = gainOf(100);
    for (const payload of [null, "text", Float32Array.of(1, 2), [1, 2]]) {
      expect(() => gain(payload)).toThrow("Cannot take the event: expected int16 samples");
    }
    expect(gain(Int16Array.of(5))).toEqual([{ type: "audio.out", payload: Int16Array.of(5) }]);
  });
});
