/** Signals of time budgets and of what is done when they run out. */
import { signalSchema } from "./signal-schema.ts";

/** Signals of time budgets and of what is done when they run out. */
export const BUDGET_SIGNALS = [
  signalSchema("budget_warning"),
  signalSchema("budget_exhausted"),
  signalSchema("degrade"),
  signalSchema("fallback"),
] as const;
