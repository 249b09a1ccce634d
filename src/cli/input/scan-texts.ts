/**
 * From bytes to JSON texts: a document is one text, NDJSON is one text a line. NDJSON is read in bounded
 * memory, whatever the size of the file.
 */
import { joinBytes } from "../../internal/join-bytes.ts";
import { createLineSplitter, type Line } from "../../validators/line-splitter.ts";
import type { InputLayout } from "./find-inputs.ts";

/** Longest NDJSON line in bytes, unless the limit for documents is lower. */
export const MAX_LINE_BYTES = 16 * 1024 * 1024;

/** What to do with the texts. */
export interface TextScan {
  readonly layout: InputLayout;
  /** Most bytes of a document. */
  readonly maxBytes: number;
  /** Called for each text, in order. `line` is set for NDJSON; a line over the limit comes as `tooLong`. */
  onText(text: string | Uint8Array, line?: Line): void;
  /** Called with the bytes read so far, for each chunk. */
  onProgress?(bytes: number): void;
}

/** How a scan ended: `tooLarge` when a document went over the limit and was given up. */
export interface ScanEnd {
  readonly layout: "json" | "ndjson";
  readonly tooLarge: boolean;
}

/** Reads a source to its end, or until it is too large. */
export async function scanTexts(source: AsyncIterable<Uint8Array>, scan: TextScan): Promise<ScanEnd> {
  const { maxBytes, onText } = scan;
  const splitter = createLineSplitter(
    (line) => {
      if (!isBlank(line.text) || line.tooLong !== undefined) onText(line.text, line);
    },
    Math.min(MAX_LINE_BYTES, maxBytes),
  );

  let layout = scan.layout;
  let kept: Uint8Array[] = [];
  let keptLength = 0;
  let read = 0;
  for await (const chunk of source) {
    read += chunk.length;
    scan.onProgress?.(read);
    if (layout === "ndjson") {
      splitter.push(chunk);
      continue;
    }
    kept.push(chunk);
    keptLength += chunk.length;
    if (layout === "sniff") {
      layout = sniff(kept, chunk);
      if (layout === "ndjson") {
        for (const part of kept) splitter.push(part);
        kept = [];
        continue;
      }
    }
    if (keptLength > maxBytes) return { layout: "json", tooLarge: true };
  }
  if (layout === "ndjson") {
    splitter.end();
    return { layout, tooLarge: false };
  }
  const document = joinBytes(kept, keptLength);
  // Input of which nothing is known and that holds nothing is a stream without artifacts, not a broken text.
  if (layout === "sniff" && document.every(isJsonSpace)) return { layout: "ndjson", tooLarge: false };
  onText(document);
  return { layout: "json", tooLarge: false };
}

/** Decided as soon as the first line that is not blank has ended. */
function sniff(kept: readonly Uint8Array[], chunk: Uint8Array): InputLayout {
  if (!chunk.includes(0x0a)) return "sniff";
  const text = new TextDecoder().decode(
    joinBytes(
      kept,
      kept.reduce((sum, part) => sum + part.length, 0),
    ),
  );
  const ended = text.slice(0, text.lastIndexOf("\n")).split("\n");
  const first = ended.find((line) => line.trim() !== "");
  if (first === undefined) return "sniff";
  return isJson(first) ? "ndjson" : "json";
}

/** Whether a text is one JSON value, as `JSON.parse` sees it. */
export function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function isJsonSpace(byte: number): boolean {
  return byte === 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d;
}

function isBlank(text: string | Uint8Array): boolean {
  return typeof text === "string" && /^[ \t\r]*$/.test(text);
}
