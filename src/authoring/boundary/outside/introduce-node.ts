/** The handshake: a node outside says what it is, and has to be what its definition says. */
import { canonicalJson } from "../../../internal/canonical-json.ts";
import { describeValue } from "../../../internal/describe-value.ts";
import type { NodeDescriptor } from "../../node/node-descriptor.ts";
import { NodeBoundaryError } from "../node-boundary-error.ts";
import { NODE_PROTOCOL, type NodeReply } from "../wire/node-message.ts";
import type { Conversation } from "./node-conversation.ts";

/** What holds for a handshake. */
export interface IntroductionTerms {
  readonly descriptor: NodeDescriptor;
  /** As messages call the node. */
  readonly label: string;
  readonly within_ms: number;
}

/** Where a node runs and what it may use is up to whoever starts it. */
const FREE_MEMBERS = ["execution_mode", "resources"];

/** Asks the node what it is. Never rejects: what is wrong ends the conversation. */
export async function introduceNode(
  conversation: Conversation,
  { descriptor, label, within_ms }: IntroductionTerms,
): Promise<void> {
  await new Promise<void>((resolve) => {
    const refuse = (words: string) =>
      conversation.breakOff(
        new NodeBoundaryError(`Cannot start ${label}: ${words}`, "infrastructure_failure"),
      );
    let isIntroduced = false;
    conversation.listen((item) => {
      if ("fault" in item) return resolve();
      const { reply } = item;
      if (reply.op === "hello") {
        isIntroduced = true;
        const problem = introductionProblem(reply, descriptor);
        if (problem !== undefined) refuse(problem);
      } else if (reply.op === "settled" && isIntroduced) resolve();
      else refuse(`expected hello but received ${reply.op === "error" ? reply.message : reply.op}`);
    });
    conversation.send({ op: "hello", protocol: NODE_PROTOCOL, now_ms: 0, wall_ms: 0 }, { within_ms });
  });
}

function introductionProblem(
  { protocol, node }: NodeReply & { readonly op: "hello" },
  descriptor: NodeDescriptor,
): string | undefined {
  const major = (name: string) => name.split(".").slice(0, 3).join(".");
  if (major(protocol) !== NODE_PROTOCOL)
    return `expected protocol "${NODE_PROTOCOL}" but received ${describeValue(protocol)}`;
  for (const [member, told] of Object.entries(node)) {
    const own = (descriptor as unknown as Record<string, unknown>)[member];
    if (own === undefined || FREE_MEMBERS.includes(member) || canonicalJson(own) === canonicalJson(told))
      continue;
    return `expected ${member} ${words(own)} but it says ${words(told)}`;
  }
  return undefined;
}

const words = (value: unknown) => (typeof value === "object" ? canonicalJson(value) : describeValue(value));
