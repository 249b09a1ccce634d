/**
 * Refuses JSON documents over several lines, which a scan would take for as many malformed lines. What is one is told
 * as the ordinary path tells it: the first line that is not blank is no JSON value of its own.
 */
import { closeSync, openSync, readSync, statSync } from "node:fs";

import type { InputFile } from "../input/find-inputs.ts";
import { isJson } from "../input/scan-texts.ts";
import { UsageError } from "../usage-error.ts";

/** A first line that is longer is not looked at; it is read like any other. */
const LOOK_BYTES = 64 * 1024;

/** Throws UsageError when the file is such a document. Files that cannot be read are told of when they are scanned. */
export function refuseDocumentFile({ path, name, layout }: InputFile): void {
  if (path === undefined || layout === "ndjson" || path.endsWith(".gz")) return;
  // A pipe must be opened once only, by whoever reads it.
  if (statSync(path, { throwIfNoEntry: false })?.isFile() !== true) return;
  let descriptor: number;
  try {
    descriptor = openSync(path, "r");
  } catch {
    return;
  }
  try {
    const buffer = new Uint8Array(LOOK_BYTES);
    refuseDocumentStart(buffer.subarray(0, readSync(descriptor, buffer, 0, LOOK_BYTES, 0)), name);
  } finally {
    closeSync(descriptor);
  }
}

/** The same bytes, unless they begin such a document. */
export async function* refuseDocumentStream(
  source: AsyncIterable<Uint8Array>,
  name: string,
): AsyncGenerator<Uint8Array> {
  let start: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of source) {
    if (start !== undefined) {
      start = Buffer.concat([start, chunk.subarray(0, LOOK_BYTES)]);
      refuseDocumentStart(start, name);
      if (start.length >= LOOK_BYTES || firstLine(start) !== undefined) start = undefined;
    }
    yield chunk;
  }
}

function refuseDocumentStart(bytes: Uint8Array, name: string): void {
  const line = firstLine(bytes);
  if (line === undefined || !isOpen(line)) return;
  throw new UsageError(
    `Cannot scan ${name} with --workers: expected NDJSON, one artifact a line, but received a JSON document over several lines`,
    "Leave --workers out, or write one artifact a line, as jq -c does",
  );
}

/** The first line that is not blank, if it ends here. */
function firstLine(bytes: Uint8Array): string | undefined {
  const lines = new TextDecoder().decode(bytes).split("\n").slice(0, -1);
  return lines.find((line) => line.trim() !== "");
}

/** Whether a line begins an object or a list and ends before it does; other broken lines are malformed ones. */
function isOpen(line: string): boolean {
  return /^\s*[[{]/.test(line) && !/[\]}]\s*$/.test(line) && !isJson(line);
}
