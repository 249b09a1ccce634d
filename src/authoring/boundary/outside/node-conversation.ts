/** A conversation with a node outside: numbered requests, replies, and who waits for whom, in real time. */
import type { BoundaryLimits } from "../boundary-limits.ts";
import { NodeBoundaryError } from "../node-boundary-error.ts";
import type { NodeReply, NodeRequestBody, RequestTimes } from "../wire/node-message.ts";
import { readNodeReply } from "../wire/read-node-reply.ts";
import { clearRealTimeout, realTimeout } from "../wire/real-timers.ts";
import type { LinkUsage, NodeLink, OpenLink } from "./node-link.ts";

/** What comes of a conversation: replies, and at last perhaps why there are no more. */
export type ConversationItem = { readonly reply: NodeReply } | { readonly fault: NodeBoundaryError };

/** What has to hold of a conversation. */
export interface ConversationTerms {
  /** As messages call the node. */
  readonly label: string;
  readonly limits: BoundaryLimits;
  readonly memory_mb: number;
}

/** A conversation. After a fault nothing goes out and nothing comes in. */
export interface Conversation {
  readonly boundary: NodeLink["boundary"];
  readonly fault: NodeBoundaryError | undefined;
  /** Who hears what comes; a fault is heard at once where there already is one. */
  listen(listener: ((item: ConversationItem) => void) | undefined): void;
  /** Sends a request and gives its id; the node has to have settled within `within_ms`. */
  send(body: NodeRequestBody & RequestTimes, options: { readonly within_ms: number }): number;
  /** What was used so far: cpu time in ms, and the most memory, in MiB. */
  usage(): LinkUsage;
  /** Ends the other side, for this reason. */
  breakOff(fault: NodeBoundaryError): void;
}

/** How often the use of memory is looked at while the node works, in ms. */
const SAMPLE_MS = 20;

/** Starts the other side and gets ready to talk to it. Never rejects. */
export async function openConversation(
  open: OpenLink,
  { label, limits, memory_mb }: ConversationTerms,
): Promise<Conversation> {
  let link: NodeLink | undefined;
  let fault: NodeBoundaryError | undefined;
  let hear: ((item: ConversationItem) => void) | undefined;
  let sent = 0;
  let settled = 0;
  let bytes = 0;
  /** Requests of one moment go out together, replies of one instant come in together: chunks of a pipe decide nothing. */
  let outgoing: (NodeRequestBody & RequestTimes & { readonly id: number })[] = [];
  let held: NodeReply[] = [];
  /** The most that the node has said of its own memory. */
  let toldMemory = 0;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  let sampler: ReturnType<typeof setTimeout> | undefined;

  const breakOff = (end: NodeBoundaryError) => {
    if (fault !== undefined) return;
    fault = end;
    clearRealTimeout(watchdog);
    clearRealTimeout(sampler);
    link?.kill();
    // What it gave, it gave; but a call has not ended well at an instant that the node did not live to the end of.
    held = held.filter(({ op }) => op !== "done" && op !== "settled");
    release();
    hear?.({ fault: end });
  };
  const release = () => {
    const replies = held;
    held = [];
    for (const reply of replies) hear?.({ reply });
  };
  const flush = () => {
    const requests = outgoing;
    outgoing = [];
    if (fault !== undefined) return;
    const last = requests.length - 1;
    requests.forEach((request, n) => {
      link?.send(JSON.stringify(n < last ? { ...request, more: true } : request));
    });
  };
  const fail = (outcome: NodeBoundaryError["outcome"], words: string) =>
    breakOff(new NodeBoundaryError(`Cannot go on with ${label}: ${words}`, outcome));
  const flooded = () =>
    fail("overload", `expected at most ${limits.max_bytes} bytes at one instant but received more`);
  const garbage = (words: string) => fail("infrastructure_failure", `a line of it ${words}`);

  const usage = (): LinkUsage => {
    const measured = link?.usage();
    return { cpu_ms: measured?.cpu_ms ?? 0, memory_mb: measured?.memory_mb ?? toldMemory };
  };
  const checkMemory = () => {
    const { memory_mb: used = 0 } = usage();
    if (used <= memory_mb) return;
    fail("overload", `expected at most ${memory_mb} MiB of memory but it used ${Math.ceil(used)} MiB`);
  };
  const sample = () => {
    checkMemory();
    if (fault === undefined) sampler = realTimeout(sample, SAMPLE_MS);
  };
  const atRest = () => {
    clearRealTimeout(watchdog);
    clearRealTimeout(sampler);
    bytes = 0;
    checkMemory();
    if (fault === undefined) release();
  };
  const onSettled = ({ id, memory_mb: told = 0 }: NodeReply & { readonly op: "settled" }) => {
    if (id > sent || id < settled) return garbage(`settles request ${id}: expected ${settled} to ${sent}`);
    settled = id;
    toldMemory = Math.max(toldMemory, told);
    if (settled === sent) atRest();
  };

  link = await open({
    onBytes: (count) => {
      bytes += count;
      if (bytes > limits.max_bytes) flooded();
    },
    onLine: ({ text, tooLong }) => {
      if (fault !== undefined) return;
      if (tooLong !== undefined) return flooded();
      const reading = readNodeReply(text, { maxLength: limits.max_bytes });
      if ("problem" in reading) return garbage(reading.problem);
      const { reply } = reading;
      // Virtual time may have gone on since: nobody could say when this came.
      if (settled === sent && reply.op !== "settled")
        return garbage(`came after it had settled: ${reply.op}; nothing may come before the next request`);
      held.push(reply);
      if (reply.op === "settled") onSettled(reply);
    },
    onEnd: ({ words, outcome = "infrastructure_failure" }) => fail(outcome, `it ${words}`),
  });
  if (fault !== undefined) link.kill();
  const { boundary } = link;

  return {
    boundary,
    get fault() {
      return fault;
    },
    listen(listener) {
      hear = listener;
      if (fault !== undefined) hear?.({ fault });
    },
    send(body, { within_ms }) {
      if (fault !== undefined) return sent;
      const isFirst = settled === sent;
      sent += 1;
      if (outgoing.push({ id: sent, ...body }) === 1) queueMicrotask(flush);
      clearRealTimeout(watchdog);
      watchdog = realTimeout(() => {
        const words = `expected it to settle within ${within_ms} ms after ${nameOf(body)} but it did not`;
        // What has never said what it is was never there.
        fail(body.op === "hello" ? "infrastructure_failure" : "timeout", words);
      }, within_ms);
      if (isFirst) sampler = realTimeout(sample, SAMPLE_MS);
      return sent;
    },
    usage,
    breakOff,
  };
}

const nameOf = (body: NodeRequestBody): string => (body.op === "call" ? `a call of ${body.hook}` : body.op);
