/** Ways to read a file of one JSON value a line, from its bytes to checked or unchecked values. */
import { createReadStream } from "node:fs";
import { createInterface } from "node:readline";

import { createNdjsonValidator } from "@rspp/contracts/v1/validate";
import split2 from "split2";

/** Reads a file and says how many values it accepted. */
export interface Reader {
  readonly name: string;
  readonly note: string;
  readonly isValidating: boolean;
  readonly read: (file: string) => Promise<number>;
}

const LINE_FEED = 10;

/** Whole lines of each chunk decoded at once and cut at line feeds: as good as it gets without validation. */
async function parseInBlocks(file: string): Promise<number> {
  const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
  let accepted = 0;
  let kept: Uint8Array[] = [];
  const parseLines = (text: string) => {
    let start = 0;
    for (let end = text.indexOf("\n"); end >= 0; end = text.indexOf("\n", start)) {
      if (JSON.parse(text.slice(start, end)) !== undefined) accepted += 1;
      start = end + 1;
    }
  };
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) {
    const last = chunk.lastIndexOf(LINE_FEED);
    if (last < 0) {
      kept.push(chunk);
      continue;
    }
    parseLines(decoder.decode(Buffer.concat([...kept, chunk.subarray(0, last + 1)])));
    kept = [chunk.subarray(last + 1)];
  }
  return accepted;
}

async function validateChunks(file: string): Promise<number> {
  let accepted = 0;
  const validator = createNdjsonValidator("event", {
    onValid: () => {
      accepted += 1;
    },
  });
  for await (const chunk of createReadStream(file) as AsyncIterable<Buffer>) validator.push(chunk);
  validator.end();
  return accepted;
}

async function readlineIteration(file: string): Promise<number> {
  let accepted = 0;
  for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
    if (JSON.parse(line) !== undefined) accepted += 1;
  }
  return accepted;
}

function readlineEvents(file: string): Promise<number> {
  return new Promise((resolve) => {
    let accepted = 0;
    const lines = createInterface({ input: createReadStream(file), crlfDelay: Infinity });
    lines.on("line", (line) => {
      if (JSON.parse(line) !== undefined) accepted += 1;
    });
    lines.on("close", () => resolve(accepted));
  });
}

function splitStream(file: string): Promise<number> {
  return new Promise((resolve, reject) => {
    let accepted = 0;
    const values = createReadStream(file).pipe(split2(JSON.parse));
    values.on("data", (value: unknown) => {
      if (value !== undefined) accepted += 1;
    });
    values.on("end", () => resolve(accepted));
    values.on("error", reject);
  });
}

/** The same loop without validation. */
export const PLAIN: Reader = {
  name: "JSON.parse in the same loop",
  note: "chunks to lines as ours does, then `JSON.parse` alone",
  isValidating: false,
  read: parseInBlocks,
};

/** All readers. */
export const READERS: readonly Reader[] = [
  {
    name: "@rspp/contracts",
    note: '`createNdjsonValidator("event")`, fed with chunks; I-JSON checked (unique names, well-formed text)',
    isValidating: true,
    read: validateChunks,
  },
  PLAIN,
  {
    name: "readline, for await",
    note: "`node:readline`, `JSON.parse`",
    isValidating: false,
    read: readlineIteration,
  },
  {
    name: "readline, on line",
    note: "`node:readline` events, `JSON.parse`",
    isValidating: false,
    read: readlineEvents,
  },
  { name: "split2", note: "`pipe(split2(JSON.parse))`", isValidating: false, read: splitStream },
];
