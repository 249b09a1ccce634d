/** All packs of the kit, in the order of reports. */
import type { Pack } from "../check/check.ts";
import { AUTHORITY_PACK } from "./authority.ts";
import { CANCELLATION_PACK } from "./cancellation.ts";
import { CONTRACT_PACK } from "./contract-tests.ts";
import { FAILURE_PACK } from "./failures.ts";
import { LINEAGE_PACK } from "./lineage.ts";
import { MODEL_PACK } from "./model.ts";
import { REPLAY_PACK } from "./replay.ts";
import { TRANSPORT_PACK } from "./transport.ts";

/** Every pack. */
export const ALL_PACKS: readonly Pack[] = [
  CONTRACT_PACK,
  REPLAY_PACK,
  CANCELLATION_PACK,
  AUTHORITY_PACK,
  LINEAGE_PACK,
  TRANSPORT_PACK,
  FAILURE_PACK,
  MODEL_PACK,
];
