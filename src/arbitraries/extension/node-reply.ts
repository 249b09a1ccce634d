/** Arbitrary replies of a node outside of the kit. */
import type { Arbitrary } from "fast-check";

import type { NodeReply } from "../../contracts/extension/node-reply.ts";
import { fitsNodeReply, nodeReplyShape } from "../../validators/generated/node-reply.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid replies; every op is as likely as any other. */
export function nodeReplyArbitrary(constraints?: ArtifactConstraints<NodeReply>): Arbitrary<NodeReply> {
  const entry = { kind: "node_reply", fits: fitsNodeReply, shape: nodeReplyShape };
  return artifactArbitrary(entry, constraints);
}
