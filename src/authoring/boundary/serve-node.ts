/** Makes a node written in JavaScript a process that speaks the node protocol on stdio. */
import { createLineSplitter } from "../../validators/line-splitter.ts";
import type { NodeDefinition } from "../node/node-definition.ts";
import { loadVirtualGlobals } from "../virtual-globals/load-virtual-globals.ts";
import { createNodeServer } from "./served/node-server.ts";
import { readNodeRequest } from "./served/read-node-request.ts";

/** Where requests come from and replies go to; `process.stdin` and `process.stdout` unless told. */
export interface NodeStreams {
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly output: { write(text: string): unknown };
}

/**
 * Serves a node until `bye` or the end of the input. Its clocks, timers and dice are virtual. Nothing else may write to
 * the output; the standard error is free. Rejects with a TypeError for a line that is no request.
 *
 * @example
 * await serveNode(defineNode({ node_id: "vad", ... }));
 */
export async function serveNode(
  node: NodeDefinition,
  streams: NodeStreams = standardStreams(),
): Promise<void> {
  const { input, output } = streams;
  const globals = await loadVirtualGlobals();
  const release = globals.enter();
  const send = (reply: unknown) => void output.write(`${JSON.stringify(reply)}\n`);
  const server = createNodeServer({ node, globals, send });
  let isOver = false;
  const lines = createLineSplitter(({ text, tooLong }) => {
    if (tooLong !== undefined) throw new TypeError(tooLong.message);
    const request = readNodeRequest(text);
    server.receive(request);
    isOver ||= request.op === "bye";
  });
  const encoder = new TextEncoder();
  try {
    for await (const chunk of input) {
      lines.push(typeof chunk === "string" ? encoder.encode(chunk) : chunk);
      if (isOver) return;
    }
    lines.end();
  } finally {
    release();
  }
}

function standardStreams(): NodeStreams {
  const host = (globalThis as { process?: { stdin: NodeStreams["input"]; stdout: NodeStreams["output"] } })
    .process;
  if (host === undefined)
    throw new TypeError("Cannot serve a node: expected streams, because there is no process with its own");
  return { input: host.stdin, output: host.stdout };
}
