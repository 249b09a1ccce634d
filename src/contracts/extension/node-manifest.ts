/**
 * A node manifest: what a node says of itself, so that a runtime in any language can place it, connect it and
 * hold it to its word without running it. The node kit writes it from a node's definition.
 */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject, wireVariants } from "../core/define-contract.ts";
import {
  enumField,
  integerField,
  listField,
  literalField,
  nestedField,
  patternField,
  textField,
} from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { InputPortSchema, jsonSchemaField, OutputPortSchema } from "./manifest-port.ts";

const rule = "NMF-02";

const span = (about: string, min = 0) =>
  integerField({ rule: "NMF-04", about, unit: "ms", clock: "monotonic" }, min);

const CancelSchema = wireObject({
  mode: enumField(["preemptible", "cooperative"], {
    rule,
    about: "preemptible: the runtime stops the node; cooperative: the node stops by itself",
  }),
  within_ms: span("How long the node may take from the cancel to the end of its work"),
});

const ResourcesSchema = wireObject({
  cpu_millicores: integerField(
    { rule: "NMF-04", about: "Share of a processor core", unit: "thousandths of a core" },
    1,
  ).optional(),
  memory_mb: integerField({ rule: "NMF-04", about: "Memory that the node needs", unit: "MB" }, 1).optional(),
  timeout_ms: span("Budget of one call of process", 1),
});

const BoundarySchema = wireObject({
  command: listField(textField({ rule: "NMF-08", about: "The program, then its arguments" }), {
    rule: "NMF-08",
    about: "How the node is started outside of the runtime: the program, then its arguments",
    min: 1,
  }),
});

/** The manifest of one execution scope: which state a node can have depends on it. */
function manifestObject<const Scope extends string, const State extends readonly [string, ...string[]]>(
  scope: { readonly execution_scope: Scope; readonly about: string },
  states: State,
) {
  const schema = wireObject(
    {
      schema_version: literalField("rspp.node.manifest.v1", {
        rule: "NMF-01",
        about: "What the file is, and its version",
      }),
      node_id: textField({ rule, about: "Name of the node" }),
      version: patternField(/^\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?$/, {
        rule: "NMF-03",
        about: "Version of the node, <major>.<minor>.<patch>",
        example: "1.0.0",
      }),
      execution_scope: literalField(scope.execution_scope, {
        rule,
        about: "Whether one instance lives for a session or for a turn",
      }),
      execution_mode: enumField(["in_process", "external", "sandbox"], {
        rule,
        about: "Where the node runs: in the runtime, in another process or thread, or as a WASM module",
      }),
      inputs: listField(InputPortSchema, { rule, about: "Events that the node takes" }),
      outputs: listField(OutputPortSchema, { rule, about: "Events that the node gives" }),
      streaming: enumField(["incremental", "final"], {
        rule,
        about: "final: at most one output of each type for a turn; incremental: any number",
      }),
      cancel: nestedField(CancelSchema, { rule, about: "How the node stops when it is cancelled" }),
      state: listField(enumField(states, { rule: "NMF-07", about: "A kind of state" }), {
        rule: "NMF-07",
        about: "State that the node keeps by way of its context, each kind once",
      }),
      resources: nestedField(ResourcesSchema, { rule, about: "What the node needs" }),
      max_buffered: integerField({
        rule: "NMF-04",
        about: "Outputs that the node may hold back while nobody takes them",
        unit: "events",
      }),
      merge: enumField(["arrival_order", "order_free"], {
        rule,
        about:
          "arrival_order: outputs follow the order of the inputs; order_free: that of inputs of one instant on different ports does not matter",
      }),
      config_schema: jsonSchemaField("What the config has to be").optional(),
      boundary: nestedField(BoundarySchema, {
        rule: "NMF-08",
        about: "Where an external node begins",
      }).optional(),
    },
    {
      checks: [
        { rule: "NMF-07", must: { unique: "state" }, at: "state", expected: "every kind of state once" },
        {
          rule: "NMF-08",
          when: { has: "boundary" },
          must: { at: "execution_mode", in: ["external"] },
          at: "boundary",
          expected: "a boundary for external nodes only",
        },
      ],
    },
  );
  return schema.meta({ ...schema.meta(), description: scope.about });
}

/** Schema of a node manifest, closed. */
export const NodeManifestSchema = wireVariants("execution_scope", [
  manifestObject({ execution_scope: "session", about: "One instance a session; it has no state of a turn" }, [
    "session_hot",
    "session_durable",
  ]),
  manifestObject({ execution_scope: "turn", about: "One instance a turn" }, [
    "turn_ephemeral",
    "session_hot",
    "session_durable",
  ]),
]);

/** What a node says of itself. */
export type NodeManifest = z.infer<typeof NodeManifestSchema>;

const manifestRules = defineRules("node authoring v1, section 1", {
  "NMF-01": ["MUST", 'schema_version is "rspp.node.manifest.v1"'],
  "NMF-02": ["MUST", "Every other field is there where it is required and has its type; texts are not empty"],
  "NMF-03": ["MUST", "version is <major>.<minor>.<patch>, and may have a pre-release suffix"],
  "NMF-04": ["MUST", "Counts, times and resources are safe integers in their range"],
  "NMF-05": ["MUST", "Lanes and payload classes are known; no output is on ControlLane"],
  "NMF-06": ["MUST", "An input on ControlLane is named after a control signal, and its class is metadata"],
  "NMF-07": [
    "MUST",
    "Kinds of state are known, each once; a node of session scope has no turn_ephemeral state",
  ],
  "NMF-08": ["MUST", "A boundary has a command of non-empty texts, and belongs to an external node"],
});

/** The contract of node manifests. */
export const nodeManifestContract = defineContract({
  address: "extension/node-manifest",
  kind: "node_manifest",
  since: "0.1.0",
  title: "Node manifest",
  about: "What a node says of itself, so that a runtime can place it, connect it and hold it to its word.",
  schema: NodeManifestSchema,
  requirements: [...CONTRACT_REQUIREMENTS.filter(({ id }) => id !== "CON-02"), ...manifestRules],
  example: {
    schema_version: "rspp.node.manifest.v1",
    node_id: "energy-vad",
    version: "1.0.0",
    execution_scope: "turn",
    execution_mode: "in_process",
    inputs: [
      { type: "audio.frame", payload_class: "audio_raw", lane: "DataLane" },
      { type: "commit", payload_class: "metadata", lane: "ControlLane" },
    ],
    outputs: [
      {
        type: "speech.segment",
        payload_class: "metadata",
        lane: "DataLane",
        payload_schema: { type: "object", properties: { start_ms: { type: "integer" } } },
        declassifies: true,
      },
    ],
    streaming: "incremental",
    cancel: { mode: "cooperative", within_ms: 50 },
    state: ["turn_ephemeral"],
    resources: { cpu_millicores: 250, timeout_ms: 500 },
    max_buffered: 64,
    merge: "arrival_order",
    config_schema: { type: "object", properties: { threshold: { type: "number" } } },
  },
});
