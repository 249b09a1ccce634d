/** Loads the node of a module, as `--node file#export` names it. */
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";

import { isNodeDefinition, type NodeDefinition } from "../../authoring/node/node-definition.ts";
import { quote } from "../../internal/quote.ts";
import { UsageError } from "../usage-error.ts";

/** The node of the module: the export that is named, else the default one, else the only one that is a node. */
export async function loadNode(name: string, cwd: string): Promise<NodeDefinition> {
  const [, path = "", wanted] = /^(.*?)(?:#([\w$]+))?$/.exec(name) ?? [];
  const url = pathToFileURL(resolve(cwd, path)).href;
  let loaded: { readonly [name: string]: unknown };
  try {
    loaded = (await import(url)) as { readonly [name: string]: unknown };
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    throw new UsageError(
      `Cannot load node ${quote(path)}: ${problem}`,
      path.endsWith(".ts")
        ? "TypeScript needs Node 22.18 or later, or a build; name the built file"
        : "Name a JavaScript module that exports a node made by defineNode",
    );
  }
  const nodes = Object.entries(loaded).filter(([, value]) => isNodeDefinition(value));
  const names = nodes.map(([key]) => key);
  const chosen =
    wanted ?? (names.includes("default") ? "default" : names.length === 1 ? names[0] : undefined);
  const node = nodes.find(([key]) => key === chosen)?.[1];
  if (node !== undefined) return node as NodeDefinition;
  throw new UsageError(
    `Cannot load node ${quote(name)}: expected ${wanted === undefined ? "one node" : `node ${quote(wanted)}`} among the exports but received ${names.length === 0 ? "none" : names.join(", ")}`,
    "Export a node made by defineNode, or name one as in --node file.js#name",
  );
}
