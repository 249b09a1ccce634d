/** The other side of the subject protocol: makes a runtime written in JavaScript a process that the kit can drive. */
import {
  type StimulusOutcome,
  SUBJECT_PROTOCOL,
  type SubjectReply,
  type SubjectRequest,
} from "../../contracts/conformance/subject-message.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { parseWireText } from "../../internal/json-text/parse-wire-text.ts";
import { createLineSplitter, type Line } from "../../validators/line-splitter.ts";
import { describeThrown } from "./contain.ts";
import { describeDefinition, type SubjectDefinition, type SubjectRuntime } from "./define-subject.ts";
import { protocolProblem } from "./reply-shape.ts";
import type { SubjectDescription } from "./subject.ts";
import { isUnsupported } from "./unsupported-stimulus-error.ts";

/** Where requests come from and answers go to; `process.stdin` and `process.stdout` unless told. */
export interface SubjectStreams {
  readonly input: AsyncIterable<Uint8Array | string>;
  readonly output: {
    /** False when `drain` is to be waited for. */
    write(text: string): unknown;
    once?(event: "drain", listener: () => void): unknown;
  };
}

/**
 * Serves a runtime until `bye` or the end of the input. What the runtime throws is answered as an error, an
 * `UnsupportedStimulusError` as `unsupported`. Nothing else may write to the output.
 *
 * Throws a TypeError for a definition that cannot be; rejects when the streams fail.
 *
 * @example
 * await serveSubject({ name: "own", version: "1.0.0", capabilities: ["turns"], create: () => createMyRuntime() });
 * @since 0.1.0
 */
export async function serveSubject(
  definition: SubjectDefinition,
  { input, output }: SubjectStreams = standardStreams(),
): Promise<void> {
  const answer = answering(definition);
  for await (const line of linesOf(input)) {
    const reply = await answer(line);
    const mayGoOn = output.write(`${JSON.stringify(reply)}\n`);
    if (mayGoOn === false) await new Promise<void>((resolve) => drained(output, resolve));
    if (reply.op === "bye") return;
  }
}

function standardStreams(): SubjectStreams {
  const host = (
    globalThis as { process?: { stdin: SubjectStreams["input"]; stdout: SubjectStreams["output"] } }
  ).process;
  if (host === undefined)
    throw new TypeError("Cannot serve a subject: expected streams, because there is no process with its own");
  return { input: host.stdin, output: host.stdout };
}

function drained(output: SubjectStreams["output"], resolve: () => void) {
  if (output.once === undefined) resolve();
  else output.once("drain", resolve);
}

/** The lines of chunks. */
async function* linesOf(input: SubjectStreams["input"]): AsyncGenerator<Line> {
  const encoder = new TextEncoder();
  let lines: Line[] = [];
  const splitter = createLineSplitter((line) => lines.push(line));
  const taken = () => {
    const whole = lines;
    lines = [];
    return whole;
  };
  for await (const chunk of input) {
    splitter.push(typeof chunk === "string" ? encoder.encode(chunk) : chunk);
    yield* taken();
  }
  splitter.end();
  yield* taken();
}

/** Answers one request after the other. */
function answering(definition: SubjectDefinition): (line: Line) => Promise<SubjectReply> {
  const description = describeDefinition(definition);
  let runtime: SubjectRuntime | undefined;
  const serve = async (request: SubjectRequest): Promise<SubjectReply> => {
    const { id } = request;
    switch (request.op) {
      case "hello":
        return greet(description, request);
      case "reset": {
        const { seed, runtime_timestamp_ms, wall_clock_timestamp_ms } = request;
        runtime = await definition.create();
        await runtime.reset({ seed, runtime_timestamp_ms, wall_clock_timestamp_ms });
        return { id, op: "reset" };
      }
      case "apply": {
        if (runtime === undefined) return refuse(id, "Cannot apply stimuli: expected a reset first");
        if (!Array.isArray(request.stimuli))
          return refuse(
            id,
            `Cannot apply stimuli: expected an array but received ${describeValue(request.stimuli)}`,
          );
        const outcome: StimulusOutcome = await runtime.apply(request.stimuli);
        return { id, op: "apply", ...outcome };
      }
      case "bye":
        return { id, op: "bye" };
      default:
        return refuse(
          id,
          `Cannot answer: expected op hello, reset, apply or bye but received ${describeValue(request["op"])}`,
        );
    }
  };
  return async (line) => {
    const request = readRequest(line);
    if (typeof request === "string") return refuse(0, request);
    try {
      return await serve(request);
    } catch (thrown) {
      const code = isUnsupported(thrown) ? "unsupported" : "internal";
      return { id: request.id, op: "error", error: { code, message: describeThrown(thrown) } };
    }
  };
}

const refuse = (id: number, message: string): SubjectReply => ({
  id,
  op: "error",
  error: { code: "bad_request", message },
});

function greet(
  description: SubjectDescription,
  { id, protocol }: Extract<SubjectRequest, { op: "hello" }>,
): SubjectReply {
  const problem = protocolProblem(String(protocol));
  if (problem !== undefined) return refuse(id, `Cannot talk to the kit: ${problem}`);
  return { id, op: "hello", protocol: SUBJECT_PROTOCOL, ...description };
}

/** The request, or why there is none. */
function readRequest({ text, tooLong }: Line): SubjectRequest | string {
  if (tooLong !== undefined) return tooLong.message;
  const reading = parseWireText(text);
  if (!reading.ok) return reading.problems[0]?.message ?? "Cannot read the request";
  const { value } = reading;
  const id = typeof value === "object" && value !== null && "id" in value ? value.id : undefined;
  if (Number.isSafeInteger(id)) return value as SubjectRequest;
  return `Cannot read the request: expected an object with an integer id but received ${describeValue(value)}`;
}
