/** Writes the manifest of a defined node: its descriptor, with its payloads and config as JSON Schema. */
import type { JsonObject } from "../../contracts/conformance/stimulus.ts";
import type { NodeManifest } from "../../contracts/extension/node-manifest.ts";
import { quote } from "../../internal/quote.ts";
import { assertNodeManifest } from "../../validators/generated/node-manifest.ts";
import type { NodeDefinition } from "../node/node-definition.ts";
import type { DescribedPort, NodeResources } from "../node/node-descriptor.ts";
import { type InputPorts, type OutputPorts, payloadSchemaOf } from "../node/node-port.ts";
import type { StandardSchema } from "../node/standard-schema.ts";
import { type JsonSchemaOptions, jsonSchemaOf } from "./json-schema-of.ts";

/** What a manifest says besides what the node says of itself. */
export interface NodeManifestOptions extends JsonSchemaOptions {
  /** How an external node is started. */
  readonly boundary?: NodeManifest["boundary"];
}

/**
 * The manifest of a node. Rejects with a TypeError that names the node, the port or the config and the vendor of the
 * schema where JSON Schema cannot say what a schema says, and with a ContractError where the rest is no manifest.
 *
 * @example
 * const manifest = await nodeManifest(echo);
 * writeFileSync("node.manifest.json", JSON.stringify(manifest, null, 2));
 */
export async function nodeManifest(
  node: NodeDefinition,
  { boundary, load }: NodeManifestOptions = {},
): Promise<NodeManifest> {
  const { descriptor, config } = node;
  const { node_id } = descriptor;
  const said: SchemaWords = (place, schema) => {
    const about = `Cannot describe node ${quote(node_id)}: expected ${place.what} that JSON Schema can say`;
    return wordsFor(schema, { about, instead: place.instead, ...(load !== undefined && { load }) });
  };
  const manifest: unknown = {
    schema_version: "rspp.node.manifest.v1",
    node_id,
    version: descriptor.version,
    execution_scope: descriptor.execution_scope,
    execution_mode: descriptor.execution_mode,
    inputs: await portsOf(descriptor.inputs, { side: "input", ports: node.inputs, said }),
    outputs: await portsOf(descriptor.outputs, { side: "output", ports: node.outputs, said }),
    streaming: descriptor.streaming,
    cancel: { mode: descriptor.cancel.mode, within_ms: descriptor.cancel.within_ms },
    state: [...descriptor.state],
    resources: resourcesOf(descriptor.resources),
    max_buffered: descriptor.max_buffered,
    merge: descriptor.merge,
    ...(config !== undefined && { config_schema: await said(CONFIG, config) }),
    ...(boundary !== undefined && { boundary: { command: [...boundary.command] } }),
  };
  assertNodeManifest(manifest);
  return manifest;
}

/** What a schema is for, and what to do where it cannot be said. */
interface SchemaPlace {
  readonly what: string;
  readonly instead: string;
}

type SchemaWords = (place: SchemaPlace, schema: StandardSchema) => Promise<JsonObject>;

const CONFIG: SchemaPlace = { what: "a config schema", instead: "use JSON values only, without transforms" };

interface Wording extends JsonSchemaOptions {
  readonly about: string;
  readonly instead: string;
}

async function wordsFor(schema: StandardSchema, { about, instead, load }: Wording): Promise<JsonObject> {
  const answer = await jsonSchemaOf(schema, load === undefined ? {} : { load });
  if (answer.ok) return answer.json_schema;
  const vendor = quote(schema["~standard"].vendor);
  throw new TypeError(`${about} but received one of vendor ${vendor}: ${answer.problem}; ${instead}`);
}

interface Side {
  readonly side: "input" | "output";
  readonly ports: InputPorts | OutputPorts;
  readonly said: SchemaWords;
}

async function portsOf(
  described: readonly DescribedPort[],
  { side, ports, said }: Side,
): Promise<JsonObject[]> {
  const written: JsonObject[] = [];
  for (const { type, payload_class, lane, declassifies } of described) {
    const schema = payloadSchemaOf(ports[type] ?? { payload_class });
    const what = `a payload schema of ${side} ${quote(type)}`;
    const instead =
      "use JSON values only, without transforms, or payloadOf<T>() for a payload that nobody checks";
    written.push({
      type,
      payload_class,
      lane,
      ...(schema !== undefined && { payload_schema: await said({ what, instead }, schema) }),
      ...(declassifies === true && { declassifies }),
    });
  }
  return written;
}

/** Artifacts have whole numbers only: thousandths of a core, and memory rounded up. */
function resourcesOf({ cpu, memory_mb, timeout_ms }: NodeResources): JsonObject {
  return {
    ...(cpu !== undefined && { cpu_millicores: Math.round(cpu * 1000) }),
    ...(memory_mb !== undefined && { memory_mb: Math.ceil(memory_mb) }),
    timeout_ms,
  };
}
