/** Stimuli of nodes and providers: they begin, and they fail. */
import type { z } from "zod";

import type { Immutable } from "./immutable.ts";
import { choiceField, inTurn, named, stimulusObject } from "./stimulus-fields.ts";

/** Schema of `node_fault`. */
export const NodeFaultSchema = stimulusObject(
  { kind: "node_fault", about: "A node fails. Capability budgets" },
  {
    ...inTurn,
    node_id: named.node_id,
    fault: choiceField(["throw", "hang"], "Whether the node fails at once or never comes back"),
  },
);

/** A node fails. Capability `budgets`. */
export type NodeFault = Immutable<z.infer<typeof NodeFaultSchema>>;

/** Schema of `provider_start`. */
export const ProviderStartSchema = stimulusObject(
  { kind: "provider_start", about: "A provider begins to work. Capability providers" },
  {
    ...inTurn,
    provider_invocation_id: named.provider_invocation_id,
    modality: choiceField(["stt", "llm", "tts"], "What the provider does"),
  },
);

/** A provider begins to work. Capability `providers`. */
export type ProviderStart = Immutable<z.infer<typeof ProviderStartSchema>>;

/** Schema of `provider_fault`. */
export const ProviderFaultSchema = stimulusObject(
  { kind: "provider_fault", about: "A provider fails. Capability providers" },
  {
    ...inTurn,
    provider_invocation_id: named.provider_invocation_id,
    fault: choiceField(["timeout", "rate_limit", "disconnect"], "How the provider fails"),
  },
);

/** A provider fails. Capability `providers`. */
export type ProviderFault = Immutable<z.infer<typeof ProviderFaultSchema>>;
