/** Adds up the turns of one stream of NDJSON, such as standard input, as it comes. */
import { createTurnScanner } from "../../gates/slo/scan/turn-scanner.ts";
import { joinLanes, type ScannedFiles } from "./join-lanes.ts";
import { readEvidenceLine } from "./read-evidence-line.ts";
import { MALFORMED_KEPT, scannerOptions, type TurnFilesOptions } from "./scan-turn-files.ts";

/** How a stream is scanned. */
export interface TurnStreamOptions
  extends Pick<TurnFilesOptions, "gates" | "engine" | "maxLineBytes" | "maxMalformedKept" | "onProgress"> {
  /** Name of the stream in findings. */
  readonly name: string;
}

/** Scans a stream to its end. Rejects when the stream fails. */
export async function scanTurnStream(
  source: AsyncIterable<Uint8Array>,
  options: TurnStreamOptions,
): Promise<ScannedFiles> {
  const { name, gates = {}, maxMalformedKept = MALFORMED_KEPT, onProgress } = options;
  const scanner = createTurnScanner({ ...scannerOptions(options), readLine: readEvidenceLine });
  let scanned = 0;
  for await (const chunk of source) {
    scanner.push(chunk);
    scanned += chunk.length;
    onProgress?.(scanned);
  }
  scanner.end();
  const scan = scanner.toJSON();
  const piece = { path: name, name, file: 0, start: 0, end: scanned, form: "stream" } as const;
  const lane = { pieces: [{ piece, lines: scan.lines }], scan };
  return joinLanes([lane], { gates, maxMalformedKept });
}
