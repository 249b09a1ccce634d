/** Streams a file or standard input through the checker; nothing of it is kept but what the verdict needs. */
import { createReadStream } from "node:fs";
import { createNdjsonTraceChecker, type NdjsonTraceResult } from "../../trace/ndjson/ndjson-trace-checker.ts";
import type { TraceOptions } from "../../trace/trace-options.ts";
import { findInputs, type InputFile } from "../input/find-inputs.ts";
import { asReadError, CHUNK_BYTES, type InputReading } from "../input/read-input.ts";
import { formatByteSize } from "../options/byte-size.ts";
import { UsageError } from "../usage-error.ts";

/** The one input of a call. Throws UsageError for a path that cannot be read or is no stream. */
export async function traceInput(paths: readonly string[], cwd: string): Promise<InputFile> {
  const [path, ...others] = paths;
  if (path === undefined || others.length > 0) {
    const received = path === undefined ? "none" : `${paths.length}`;
    throw new UsageError(
      `Cannot check a trace: expected 1 NDJSON file or - but received ${received}`,
      path === undefined ? "Run rspp-contracts trace --help" : "Check each stream by itself",
    );
  }
  const { files, problems } = await findInputs([path], cwd);
  for (const { error } of problems) throw error;
  const [file, second] = files;
  if (file === undefined || second !== undefined) {
    throw new UsageError(
      `Cannot check a trace: expected 1 NDJSON file but received a directory of ${files.length}`,
      "Check each stream by itself",
    );
  }
  if (file.layout !== "json") return file;
  throw new UsageError(
    `Cannot check ${file.name}: expected NDJSON, one event a line, but received a JSON document`,
    "Write one event a line and name the file .ndjson or .jsonl",
  );
}

/** Checks the stream to its end. Throws UsageError when it cannot be read to its end. */
export async function checkTraceFile(
  input: InputFile,
  { io, progress }: Pick<InputReading, "io" | "progress">,
  options: TraceOptions,
): Promise<NdjsonTraceResult> {
  if (input.path === undefined && io.isTTY.stdin) {
    io.stderr.write("Reading from the terminal; end the input with Ctrl-D\n");
  }
  const source =
    input.path === undefined ? io.stdin : createReadStream(input.path, { highWaterMark: CHUNK_BYTES });
  const checker = createNdjsonTraceChecker(options);
  let read = 0;
  try {
    for await (const chunk of source) {
      read += chunk.length;
      progress.show(`${input.name}  ${formatByteSize(read)}`);
      checker.push(chunk);
    }
  } catch (error) {
    throw asReadError(error, input.name);
  }
  progress.clear();
  return checker.end();
}
