/** Ways to take a file of one event a line: parsed alone, and checked. All of them read it in the same way. */
import { createReadStream } from "node:fs";

import { createNdjsonTraceChecker } from "@rspp/contracts/v1/trace";

const LINE_FEED = 10;
const CHUNK_BYTES = 1024 * 1024;

/** Takes every line of a file and says how many there were. */
export type LineReader = (file: string) => Promise<number>;

/** Whole lines of each chunk decoded at once and cut at line feeds, and `JSON.parse` of each. */
async function parseAlone(file: string): Promise<number> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let count = 0;
  let kept: Uint8Array[] = [];
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>) {
    const last = chunk.lastIndexOf(LINE_FEED);
    const text = decoder.decode(Buffer.concat([...kept, chunk.subarray(0, last + 1)]));
    kept = [chunk.subarray(last + 1)];
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      if (JSON.parse(text.slice(start, end)) !== undefined) count += 1;
      start = end + 1;
    }
  }
  return count;
}

/** All invariants, with proof that no line hides anything that `JSON.parse` does not show. */
async function checked(file: string): Promise<number> {
  const checker = createNdjsonTraceChecker();
  for await (const chunk of createReadStream(file, { highWaterMark: CHUNK_BYTES }) as AsyncIterable<Buffer>)
    checker.push(chunk);
  const { violations, summary } = checker.end();
  if (violations[0] !== undefined) throw new Error(`Cannot measure: ${violations[0].message}`);
  return summary.events - summary.unreadable_events;
}

/** The reader that the others are compared with. */
export const PLAIN = "JSON.parse alone";

/** The readers by name. */
export const LINE_READERS: Readonly<Record<string, LineReader>> = {
  createNdjsonTraceChecker: checked,
  [PLAIN]: parseAlone,
};
