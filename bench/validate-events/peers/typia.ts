/** typia: checks that its transformer generated from TypeScript types. */
import { isRecord, isSignal, signalChecks } from "bench:typia-checks";

import type { Accepts, Peer } from "./peer.ts";
import { both, dispatchOnLane, dispatchOnSignal } from "./peer.ts";
import { holdsAcrossFields } from "./rules-across-fields.ts";

const withRules = (check: Accepts) => both(check, holdsAcrossFields);
const byHand = "by hand: EVT-04, EVT-09 audio, EVT-10 group, EVT-11, EVT-12, SIG-08 order";

/** The union of all signals, which typia tells apart itself. */
export const typiaPeer: Peer = {
  name: "typia 12",
  accepts: dispatchOnLane(withRules(isRecord), withRules(isSignal)),
  note: `\`createEquals\` of the record and of the union of signals; ${byHand}`,
};

/** One check a signal. */
export const typiaPerSignalPeer: Peer = {
  name: "typia 12, a check per signal",
  accepts: dispatchOnSignal(
    withRules(isRecord),
    new Map(Object.entries(signalChecks).map(([signal, check]) => [signal, withRules(check)])),
  ),
  note: `\`createEquals\` of each signal in a Map; ${byHand}`,
};
