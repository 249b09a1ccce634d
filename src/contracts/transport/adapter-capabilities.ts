/** What a transport adapter can do. */
import type { z } from "zod";

import { CONTRACT_REQUIREMENTS } from "../core/contract-rules.ts";
import { defineContract, wireObject } from "../core/define-contract.ts";
import { booleanField, enumField, listField } from "../core/fields.ts";
import { defineRules } from "../core/rule.ts";
import { CONNECTION_SIGNALS, TRANSPORT_KINDS } from "./transport-kind.ts";

const rule = "CON-02";
const supported = (name: string) => ({ at: name, in: [true] }) as const;

/** Schema of adapter capabilities, closed. */
export const AdapterCapabilitiesSchema = wireObject(
  {
    transport_kind: enumField(TRANSPORT_KINDS, { rule, about: "Transport that the adapter serves" }),
    supported_connection_signals: listField(
      enumField(CONNECTION_SIGNALS, { rule, about: "A connection signal" }),
      {
        rule,
        about: "Connection signals that the adapter emits, each once",
        min: 1,
      },
    ),
    supports_ingress_audio: booleanField({ rule, about: "Whether audio comes in" }),
    supports_ingress_control: booleanField({ rule, about: "Whether control comes in" }),
    supports_egress_audio: booleanField({ rule, about: "Whether audio goes out" }),
    supports_reconnect_semantics: booleanField({ rule, about: "Whether a session survives a reconnect" }),
  },
  {
    checks: [
      {
        rule: "CAP-01",
        must: { unique: "supported_connection_signals" },
        at: "supported_connection_signals",
        expected: "every connection signal once",
      },
      {
        rule: "CAP-02",
        must: {
          any: [
            supported("supports_ingress_audio"),
            supported("supports_ingress_control"),
            supported("supports_egress_audio"),
          ],
        },
        at: "supports_ingress_audio",
        expected:
          "at least one of supports_ingress_audio, supports_ingress_control and supports_egress_audio to be true",
      },
    ],
  },
);

/** What a transport adapter can do. */
export type AdapterCapabilities = z.infer<typeof AdapterCapabilitiesSchema>;

/** The contract of adapter capabilities. */
export const adapterCapabilitiesContract = defineContract({
  address: "transport/adapter-capabilities",
  kind: "adapter_capabilities",
  since: "0.1.0",
  title: "Adapter capabilities",
  about: "What a transport adapter can do, declared before a session starts.",
  schema: AdapterCapabilitiesSchema,
  requirements: [
    ...CONTRACT_REQUIREMENTS,
    ...defineRules("contracts-v1 section 8", {
      "CAP-01": ["MUST", "supported_connection_signals are unique"],
      "CAP-02": ["MUST", "At least one of ingress audio, ingress control and egress audio is supported"],
    }),
  ],
  example: {
    transport_kind: "livekit",
    supported_connection_signals: ["connected"],
    supports_ingress_audio: true,
    supports_ingress_control: false,
    supports_egress_audio: false,
    supports_reconnect_semantics: false,
  },
});
