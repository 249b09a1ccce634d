/** Arbitrary requests to a node outside of the kit. */
import type { Arbitrary } from "fast-check";

import type { NodeRequest } from "../../contracts/extension/node-request.ts";
import { fitsNodeRequest, nodeRequestShape } from "../../validators/generated/node-request.ts";
import type { ArtifactConstraints } from "../from-shape/artifact-arbitrary.ts";
import { artifactArbitrary } from "../from-shape/artifact-arbitrary.ts";

/** Valid requests; every op is as likely as any other. */
export function nodeRequestArbitrary(constraints?: ArtifactConstraints<NodeRequest>): Arbitrary<NodeRequest> {
  const entry = { kind: "node_request", fits: fitsNodeRequest, shape: nodeRequestShape };
  return artifactArbitrary(entry, constraints);
}
