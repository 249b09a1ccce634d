/** Zod 4: the schemas that this package exports. */
import { ControlSignalSchema, EventRecordSchema } from "@rspp/contracts/v1/schemas";

import type { Peer } from "./peer.ts";
import { dispatchOnLane } from "./peer.ts";

/** All rules in Zod, those across fields in `superRefine`. */
export const zodPeer: Peer = {
  name: "zod 4",
  accepts: dispatchOnLane(
    (value) => EventRecordSchema.safeParse(value).success,
    (value) => ControlSignalSchema.safeParse(value).success,
  ),
  note: "our own schemas, `safeParse`, records and signals told apart by lane; says everything (`superRefine` across fields)",
};
