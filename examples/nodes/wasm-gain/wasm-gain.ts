/** The node: a WASM module behind the same contract as any other node. */
import { readFileSync } from "node:fs";
import { z } from "zod";

import { payloadOf } from "../../../src/authoring/node/node-port.ts";
import { sandboxNode } from "../../../src/authoring/sandbox/sandbox-node.ts";

const fileOf = (name: string) => new URL(name, import.meta.url);

/** Multiplies int16 samples by `gain_percent / 100`, towards zero and within the range of int16. */
export const wasmGain = sandboxNode({
  node_id: "wasm-gain",
  version: "1.0.0",
  execution_scope: "session",
  inputs: { "audio.in": { payload_class: "audio_raw", payload: payloadOf<Int16Array>() } },
  outputs: { "audio.out": { payload_class: "audio_raw", payload: payloadOf<Int16Array>() } },
  config: z.object({ gain_percent: z.int().min(0).max(800) }),
  // A second of 48 kHz takes 96 kB.
  resources: { memory_mb: 1, timeout_ms: 50 },
  fuel_per_call: 10_000_000,
  module: readFileSync(fileOf("wasm-gain.wasm")),
  manifest: readFileSync(fileOf("wasm-gain.manifest.json"), "utf8"),
});
