/** Opens an input and hands on its texts; what cannot be read is a UsageError that says why. */
import { createReadStream } from "node:fs";

import type { CliIo } from "../cli-io.ts";
import { formatByteSize } from "../options/byte-size.ts";
import type { Progress } from "../terminal/progress.ts";
import { systemReason, UsageError } from "../usage-error.ts";
import type { InputFile } from "./find-inputs.ts";
import { scanTexts, type TextScan } from "./scan-texts.ts";

/** Bytes of a read; larger reads make long NDJSON files faster. */
export const CHUNK_BYTES = 1024 * 1024;

/** Most bytes of a JSON document unless the caller says otherwise. */
export const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

/** Where to read from, and where to say how far it has come. */
export interface InputReading {
  readonly io: CliIo;
  readonly progress: Progress;
  readonly maxBytes: number;
}

/** As `InputReading`, with what to do with the texts. */
export interface TextReading extends InputReading {
  readonly onText: TextScan["onText"];
}

/** Reads an input to its end. Throws UsageError when it cannot be read or is too large. */
export async function readInput(
  input: InputFile,
  { io, progress, maxBytes, onText }: TextReading,
): Promise<void> {
  if (input.path === undefined && io.isTTY.stdin) {
    io.stderr.write("Reading from the terminal; end the input with Ctrl-D\n");
  }
  const source =
    input.path === undefined ? io.stdin : createReadStream(input.path, { highWaterMark: CHUNK_BYTES });
  const onProgress = (bytes: number) => progress.show(`${input.name}  ${formatByteSize(bytes)}`);
  const end = await scanTexts(source, { layout: input.layout, maxBytes, onText, onProgress }).catch(
    (error) => {
      throw asReadError(error, input.name);
    },
  );
  if (!end.tooLarge) return;
  throw new UsageError(
    `Cannot read ${input.name}: expected a JSON document of at most ${maxBytes} bytes but received a larger one`,
    "Raise the limit with --max-bytes, or write one artifact a line (NDJSON), which may have any size",
  );
}

/** Errors of the system become messages; a defect in the code that takes the texts stays what it is. */
export function asReadError(error: unknown, name: string): unknown {
  const isOfSystem = error instanceof Error && "syscall" in error;
  if (!isOfSystem) return error;
  return new UsageError(`Cannot read ${name}: expected a readable file but received ${systemReason(error)}`);
}
