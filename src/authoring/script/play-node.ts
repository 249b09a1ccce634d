/** Plays a whole script to a node: the short way for a test that looks at nothing in between. */
import { createNodeHarness, type HarnessOptions, type NodeHarness } from "../harness/node-harness.ts";
import type { NodeStep } from "../harness/node-step.ts";
import type { DefinedNode } from "../node/define-node.ts";
import type { NodeDefinition } from "../node/node-definition.ts";
import type { InputPorts, OutputPorts } from "../node/node-port.ts";
import type { MarbleLegend, MarbleOptions } from "./marble-legend.ts";
import { parseMarbles } from "./parse-marbles.ts";

/** What a script is played with. */
export interface PlayOptions extends HarnessOptions, MarbleOptions {
  /** What the letters of a marble string stand for. */
  readonly legend?: MarbleLegend;
}

/**
 * Makes a harness, does the steps of a list or a marble string, runs to idle and closes. Gives the closed harness, with
 * outputs and transcript. Rejects with a NodeContractError if a rule was broken.
 *
 * @example
 * const legend = { a: { type: "text.final", payload: "hello" } };
 * const harness = await playNode(echo, "(^a) 250ms !", { legend });
 * console.log(harness.outputs().length);
 */
export async function playNode<
  Inputs extends InputPorts = InputPorts,
  Outputs extends OutputPorts = OutputPorts,
>(
  node: NodeDefinition & Pick<DefinedNode<Inputs, Outputs>, "inputs" | "outputs">,
  script: string | Iterable<NodeStep>,
  { legend, frame, ...options }: PlayOptions = {},
): Promise<NodeHarness<Inputs, Outputs>> {
  const drawn = frame === undefined ? {} : { frame };
  const steps = typeof script === "string" ? parseMarbles(script, legend, drawn) : script;
  const harness = await createNodeHarness(node, options);
  await harness.run(steps);
  await harness.runToIdle();
  await harness.close();
  return harness;
}
