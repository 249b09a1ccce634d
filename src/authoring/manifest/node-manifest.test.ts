import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { z as z3 } from "zod/v3";
import type { LANES } from "../../contracts/events/lane.ts";
import { nodeManifestContract } from "../../contracts/extension/node-manifest.ts";
import { PAYLOAD_CLASSES } from "../../contracts/security/payload-class.ts";
import { emitSchema } from "../../json-schema/emit.ts";
import { ContractError } from "../../validators/assert-fits.ts";
import { validate } from "../../validators/validate.ts";
import { defineNode } from "../node/define-node.ts";
import { EXECUTION_MODES, EXECUTION_SCOPES, MERGE_RULES, STATE_KINDS } from "../node/node-descriptor.ts";
import { payloadOf } from "../node/node-port.ts";
import { nodeManifest } from "./node-manifest.ts";

const create = () => ({ process() {} });
const head = { node_id: "n", version: "1.0.0", execution_scope: "turn", create } as const;
const $schema = "https://json-schema.org/draft/2020-12/schema";

const segmenter = defineNode({
  ...head,
  node_id: "segmenter",
  version: "1.2.3-rc.1",
  execution_scope: "session",
  execution_mode: "external",
  inputs: {
    "text.delta": { payload_class: "text_raw", payload: z.object({ text: z.string() }) },
    "audio.frame": { payload_class: "audio_raw", payload: payloadOf<Int16Array>() },
    cancel: { payload_class: "metadata", lane: "ControlLane" },
  },
  outputs: {
    "text.segment": { payload_class: "text_raw", payload: z.string() },
    stats: { payload_class: "metadata", lane: "TelemetryLane", declassifies: true },
  },
  streaming: "final",
  cancel: { mode: "preemptible", within_ms: 20 },
  state: ["session_hot"],
  resources: { cpu: 1 / 3, memory_mb: 12.5, timeout_ms: 100 },
  max_buffered: 3,
  merge: "order_free",
  config: z.object({ threshold: z.number() }),
});

describe("the manifest of a node", () => {
  test("says everything that the node says of itself", async () => {
    const manifest = await nodeManifest(segmenter, { boundary: { command: ["python3", "node.py"] } });
    expect(manifest).toEqual({
      schema_version: "rspp.node.manifest.v1",
      node_id: "segmenter",
      version: "1.2.3-rc.1",
      execution_scope: "session",
      execution_mode: "external",
      inputs: [
        {
          type: "text.delta",
          payload_class: "text_raw",
          lane: "DataLane",
          payload_schema: {
            $schema,
            type: "object",
            properties: { text: { type: "string" } },
            required: ["text"],
          },
        },
        { type: "audio.frame", payload_class: "audio_raw", lane: "DataLane" },
        { type: "cancel", payload_class: "metadata", lane: "ControlLane" },
      ],
      outputs: [
        {
          type: "text.segment",
          payload_class: "text_raw",
          lane: "DataLane",
          payload_schema: { $schema, type: "string" },
        },
        { type: "stats", payload_class: "metadata", lane: "TelemetryLane", declassifies: true },
      ],
      streaming: "final",
      cancel: { mode: "preemptible", within_ms: 20 },
      state: ["session_hot"],
      resources: { cpu_millicores: 333, memory_mb: 13, timeout_ms: 100 },
      max_buffered: 3,
      merge: "order_free",
      config_schema: {
        $schema,
        type: "object",
        properties: { threshold: { type: "number" } },
        required: ["threshold"],
      },
      boundary: { command: ["python3", "node.py"] },
    });
  });

  test("says what counts by default, is JSON, and is the same every time", async () => {
    const node = defineNode({ ...head, inputs: {}, outputs: {} });
    const manifest = await nodeManifest(node);
    expect(manifest).toEqual({ schema_version: "rspp.node.manifest.v1", ...node.descriptor });
    expect(JSON.stringify(await nodeManifest(node))).toBe(JSON.stringify(manifest));
    expect(JSON.parse(JSON.stringify(manifest))).toEqual(manifest);
  });

  test("is valid for whatever node can be defined", async () => {
    const lane = fc.constantFrom("DataLane", "TelemetryLane") satisfies fc.Arbitrary<(typeof LANES)[number]>;
    const port = fc.record({ payload_class: fc.constantFrom(...PAYLOAD_CLASSES), lane });
    const ports = fc.dictionary(fc.string({ minLength: 1 }), port, { maxKeys: 3 });
    const nodes = fc.record({
      node_id: fc.string({ minLength: 1 }),
      execution_mode: fc.constantFrom(...EXECUTION_MODES),
      inputs: ports,
      outputs: ports,
      state: fc.subarray(["session_hot", "session_durable"] as const),
      execution_scope: fc.constantFrom(...EXECUTION_SCOPES),
      merge: fc.constantFrom(...MERGE_RULES),
      max_buffered: fc.nat(),
    });
    await fc.assert(
      fc.asyncProperty(nodes, async (source) => {
        const manifest = await nodeManifest(defineNode({ ...head, ...source }));
        expect(validate("node_manifest", manifest)).toMatchObject({ ok: true });
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  test("has the words of descriptors: the contract and the kit list the same", () => {
    const { oneOf: variants = [] } = emitSchema(nodeManifestContract as never, "closed");
    const fieldsOf = (scope: string) =>
      variants.find((one) => one.properties?.["execution_scope"]?.const === scope)?.properties ?? {};
    expect(variants).toHaveLength(EXECUTION_SCOPES.length);
    for (const scope of EXECUTION_SCOPES) {
      expect(fieldsOf(scope)["execution_mode"]?.enum).toEqual(EXECUTION_MODES);
      expect(fieldsOf(scope)["merge"]?.enum).toEqual(MERGE_RULES);
    }
    expect(fieldsOf("turn")["state"]?.items?.enum).toEqual(STATE_KINDS);
    expect(fieldsOf("session")["state"]?.items?.enum).toEqual(STATE_KINDS.slice(1));
  });
});

describe("a node that cannot be described", () => {
  const describing = async (parts: Partial<Parameters<typeof defineNode>[0]>) =>
    nodeManifest(defineNode({ ...head, node_id: "vad", inputs: {}, outputs: {}, ...parts }));

  test("is told by name, with the place, the vendor and what to do", async () => {
    const at = z.object({ at: z.date() });
    const port = { x: { payload_class: "metadata", payload: at } } as const;
    const words =
      'received one of vendor "zod": Date cannot be represented in JSON Schema; use JSON values only, ';
    const instead = "without transforms, or payloadOf<T>() for a payload that nobody checks";
    await expect(describing({ inputs: port })).rejects.toThrow(
      new TypeError(
        `Cannot describe node "vad": expected a payload schema of input "x" that JSON Schema can say but ${words}${instead}`,
      ),
    );
    await expect(describing({ outputs: port })).rejects.toThrow('a payload schema of output "x" that');
    await expect(describing({ config: at })).rejects.toThrow(
      new TypeError(
        `Cannot describe node "vad": expected a config schema that JSON Schema can say but ${words}without transforms`,
      ),
    );
  });

  test("is told which package to install", async () => {
    const node = defineNode({ ...head, inputs: {}, outputs: {}, config: z3.object({}) });
    const load = async () => Promise.reject(new Error("not installed"));
    await expect(nodeManifest(node, { load })).rejects.toThrow("npm install zod-to-json-schema");
  });

  test("is told by the rules of the contract", async () => {
    await expect(describing({ resources: { cpu: -1 } })).rejects.toThrow(ContractError);
    await expect(describing({ state: ["session_hot", "session_hot"] })).rejects.toThrow("NMF-07");
    const inProcess = defineNode({ ...head, inputs: {}, outputs: {} });
    await expect(nodeManifest(inProcess, { boundary: { command: ["node"] } })).rejects.toThrow("NMF-08");
  });
});
