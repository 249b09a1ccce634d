/** Loads the examples as a project that has installed the package would: JavaScript against the built package. */
import { existsSync } from "node:fs";

import type {
  createNodeHarness as CreateNodeHarness,
  InputPorts,
  NodeDefinition,
  NodeHarness,
  OutputPorts,
} from "../../src/v1/authoring.ts";

/** An example node: what is of its ports is known to itself. */
export type ExampleNode = NodeDefinition & { readonly inputs: InputPorts; readonly outputs: OutputPorts };

if (!existsSync(new URL("../../dist", import.meta.url)))
  throw new Error("Cannot test the examples without dist: run npm run build first");

/** Loads a module of the examples, by its path from here. */
export const load = async <Module>(path: string): Promise<Module> =>
  (await import(new URL(path, import.meta.url).href)) as unknown as Module;

const entry: string = "@rspp/contracts/v1/authoring";
const kit = (await import(entry)) as { readonly createNodeHarness: typeof CreateNodeHarness };

/** The harness of the built package. */
export const { createNodeHarness } = kit;

/** What was delivered of a type, in order. */
export const payloadsOf = (harness: NodeHarness, type: string): unknown[] =>
  harness.outputs(type).map(({ payload }) => payload);

/** The outcomes of the calls of a hook, in order. */
export const outcomesOf = ({ transcript }: NodeHarness, hook = "process"): (string | undefined)[] =>
  transcript.flatMap((entry) => (entry.entry === "hook" && entry.hook === hook ? [entry.outcome] : []));
