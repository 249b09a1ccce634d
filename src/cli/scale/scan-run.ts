/** The turns of all inputs of a call, files and standard input, as the run that they are together. */

import { createMvpSloAccumulator } from "../../gates/slo/mvp-slo-accumulator.ts";
import type { MvpSloGateOptions } from "../../gates/slo/slo-options.ts";
import type { InputFile } from "../input/find-inputs.ts";
import { asReadError, type InputReading } from "../input/read-input.ts";
import { formatByteSize } from "../options/byte-size.ts";
import type { MalformedFileLine, ScannedFiles } from "./join-lanes.ts";
import { refuseDocumentFile, refuseDocumentStream } from "./refuse-document.ts";
import { MALFORMED_KEPT, scanTurnFiles } from "./scan-turn-files.ts";
import { scanTurnStream } from "./scan-turn-stream.ts";

/** How the inputs are scanned. */
export interface RunScanning extends Pick<InputReading, "io" | "progress"> {
  readonly gates: MvpSloGateOptions;
  readonly workers: number;
  /** The module that workers run; found beside the program unless told. */
  readonly workerFile?: URL;
}

/** Scans the inputs. Throws UsageError when one of them cannot be read. */
export async function scanRun(
  inputs: readonly InputFile[],
  { io, progress, gates, workers, workerFile }: RunScanning,
): Promise<ScannedFiles> {
  for (const input of inputs) refuseDocumentFile(input);
  const show = (name: string) => (bytes: number) => progress.show(`${name}  ${formatByteSize(bytes)}`);
  const files = inputs.flatMap(({ path, name }) => (path === undefined ? [] : [{ path, name }]));
  const label = files.length === 1 ? `${files[0]?.name}` : `${files.length} files`;
  const options = { gates, workers, ...(workerFile !== undefined && { workerFile }) };
  const scans = [await scanTurnFiles(files, { ...options, onProgress: show(label) })];
  const stdin = inputs.find(({ path }) => path === undefined);
  if (stdin !== undefined) {
    const stream = scanTurnStream(refuseDocumentStream(io.stdin, stdin.name), {
      gates,
      name: stdin.name,
      onProgress: show(stdin.name),
    });
    scans.push(await stream.catch((error) => Promise.reject(asReadError(error, stdin.name))));
  }
  progress.clear();
  return joined(scans, { gates, order: inputs.map(({ name }) => name) });
}

interface Joining {
  readonly gates: MvpSloGateOptions;
  /** Names of the inputs in their order. */
  readonly order: readonly string[];
}

function joined(scans: readonly ScannedFiles[], { gates, order }: Joining): ScannedFiles {
  const accumulator = createMvpSloAccumulator(gates);
  for (const scan of scans) accumulator.merge({ toJSON: () => scan.accumulator });
  const place = ({ file }: MalformedFileLine) => order.indexOf(file);
  const first = scans
    .flatMap(({ malformed }) => malformed.first)
    .sort((left, right) => place(left) - place(right));
  return {
    accumulator: accumulator.toJSON(),
    lines: scans.reduce((sum, { lines }) => sum + lines, 0),
    malformed: {
      count: scans.reduce((sum, { malformed }) => sum + malformed.count, 0),
      first: first.slice(0, MALFORMED_KEPT),
    },
  };
}
