/** Runs the checks for nodes on the nodes that the command names. */
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { NodeConformanceOptions } from "../../conformance/nodes/node-conformance-options.ts";
import { runNodeConformance } from "../../conformance/nodes/run-node-conformance.ts";
import type { ConformanceReport } from "../../contracts/conformance/conformance-report.ts";
import { quote } from "../../internal/quote.ts";
import type { CliIo } from "../cli-io.ts";
import type { ParsedOptions } from "../options/option-spec.ts";
import { UsageError } from "../usage-error.ts";
import { loadNode } from "./load-node.ts";

/** What the nodes are run with. */
export interface NodeRun {
  readonly options: ParsedOptions;
  readonly io: CliIo;
  readonly chosen: NodeConformanceOptions;
}

/** One report on all nodes, in the order in which they are named. */
export async function runNodes({ options, io, chosen }: NodeRun): Promise<ConformanceReport> {
  const config = await readConfig(options.value("config"), io.cwd);
  const reports: ConformanceReport[] = [];
  for (const name of options.values("node")) {
    const node = await loadNode(name, io.cwd);
    try {
      reports.push(
        await runNodeConformance(node, {
          ...chosen,
          ...(config !== undefined && { config }),
          replayCommand: (line) =>
            `npx rspp-contracts conformance --node '${name.replaceAll("'", "'\\''")}' ${line}`,
        }),
      );
    } finally {
      await (node as { close?: () => unknown }).close?.();
    }
  }
  const [first] = reports;
  if (first === undefined) throw new UsageError("Cannot run conformance: expected a node but received none");
  return {
    ...first,
    passed: reports.every(({ passed }) => passed),
    subjects: reports.flatMap(({ subjects }) => subjects),
  };
}

async function readConfig(path: string | undefined, cwd: string): Promise<unknown> {
  if (path === undefined) return undefined;
  let text: string;
  try {
    text = await readFile(resolve(cwd, path), "utf8");
  } catch (error) {
    throw new UsageError(
      `Cannot read ${quote(path)}: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new UsageError(
      `Cannot read the config in ${quote(path)}: expected JSON but received ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
