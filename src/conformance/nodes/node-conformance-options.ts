/** What a conformance run of a node can be told. */
import type { Arbitrary } from "fast-check";

import type { NodeDefinition } from "../../authoring/node/node-definition.ts";
import type { NodeFamily } from "../../authoring/rules/node-rules.ts";
import type { ConformanceOptions } from "../runner/conformance-options.ts";

/** Good payloads of an input port: some of them, or a fast-check arbitrary. */
export type NodeInputs = { readonly [type: string]: Arbitrary<unknown> | readonly unknown[] };

/** Options of `runNodeConformance`; every one may be left out. */
export interface NodeConformanceOptions
  extends Pick<
    ConformanceOptions,
    "profile" | "seed" | "path" | "baseline" | "today" | "corpus" | "replayCommand" | "onProgress"
  > {
  /** Config of the node. */
  readonly config?: unknown;
  /** Payloads by input type, where the schema of the port, or its class, does not say enough. */
  readonly inputs?: NodeInputs;
  /** Rules or families to check; all unless told. */
  readonly checks?: readonly (string | NodeFamily)[];
  /** The same node in process, for one that runs outside: both have to behave the same. */
  readonly inside?: NodeDefinition;
}
