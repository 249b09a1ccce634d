/** Reads one line of a subject as the reply that is due. */
import type { SubjectReply, SubjectRequest } from "../../../contracts/conformance/subject-message.ts";
import { parseWireText } from "../../../internal/json-text/parse-wire-text.ts";
import { quote } from "../../../internal/quote.ts";
import type { Line } from "../../../validators/line-splitter.ts";
import { countEvents, replyProblem } from "../reply-shape.ts";
import type { SubjectFault } from "../subject.ts";
import type { SubjectLimits } from "../subject-limits.ts";

/** The reply, or why the line is not one. */
export type ReplyReading = { readonly reply: SubjectReply } | Pick<SubjectFault, "code" | "message">;

/** Reads the line; `awaited` is the oldest request without an answer, if there is one. */
export function readReply(
  line: Line,
  { awaited, limits }: { readonly awaited: SubjectRequest | undefined; readonly limits: SubjectLimits },
): ReplyReading {
  const { maxLineBytes, maxEvents } = limits;
  if (line.tooLong !== undefined || line.text.length > maxLineBytes)
    return flooded(line, `has over ${maxLineBytes} bytes`);
  const reading = parseWireText(line.text, { maxLength: maxLineBytes });
  if (!reading.ok) return garbage(line, `is not JSON: ${reading.problems[0]?.message}`);
  const { value } = reading;
  if (countEvents(value) > maxEvents)
    return flooded(line, `has ${countEvents(value)} events: expected at most ${maxEvents}`);
  const problem = replyProblem(value);
  if (problem !== undefined) return garbage(line, `is no reply: ${problem}`);
  const reply = value as SubjectReply;
  if (awaited === undefined) return garbage(line, `answers request ${reply.id}, but none is open`);
  if (reply.id !== awaited.id)
    return garbage(
      line,
      `is out of order: expected the answer to ${nameOf(awaited)} but received id ${reply.id}`,
    );
  if (reply.op !== awaited.op && reply.op !== "error")
    return garbage(line, `answers ${nameOf(awaited)} with op "${reply.op}"`);
  return { reply };
}

/** A request as messages name it. */
export const nameOf = ({ id, op }: SubjectRequest): string => `request ${id} (${op})`;

const flooded = ({ number }: Line, what: string) =>
  ({ code: "subject_flooded", message: `Line ${number} of the standard output ${what}` }) as const;

function garbage({ number, text }: Line, what: string) {
  const excerpt = quote(
    typeof text === "string" ? text : new TextDecoder().decode(text.subarray(0, 400)),
    80,
  );
  const message = `Line ${number} of the standard output ${what}; the line is ${excerpt}`;
  return { code: "subject_wrote_garbage", message } as const;
}
