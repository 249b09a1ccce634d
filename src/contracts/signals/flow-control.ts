/** Signals of pressure, flow control and loss on edges. */
import { signalSchema } from "./signal-schema.ts";

/** Signals of pressure, flow control and loss on edges. */
export const FLOW_CONTROL_SIGNALS = [
  signalSchema("watermark"),
  signalSchema("flow_xoff"),
  signalSchema("flow_xon"),
  signalSchema("credit_grant"),
  signalSchema("drop_notice"),
  signalSchema("discontinuity"),
] as const;
