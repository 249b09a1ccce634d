/** All packs of the kit, in the order of reports. */
import type { Pack } from "../check/check.ts";
import { MODEL_PACK } from "./model.ts";

/** Every pack. */
export const ALL_PACKS: readonly Pack[] = [MODEL_PACK];
