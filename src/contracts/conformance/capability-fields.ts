/** Fields that name capabilities. */
import { enumField, listField } from "../core/fields.ts";
import type { Check } from "../core/rule.ts";
import { SUBJECT_CAPABILITIES } from "./capability.ts";

/** A rule and what the field means. */
export interface CapabilityNotes {
  readonly rule: string;
  readonly about: string;
}

/** One capability. */
export const capabilityField = (notes: CapabilityNotes) => enumField(SUBJECT_CAPABILITIES, notes);

/** Capabilities, each once; with `capabilitiesOnce` among the checks of the object. */
export const capabilitiesField = (notes: CapabilityNotes) =>
  listField(capabilityField({ ...notes, about: "A capability" }), notes);

/** The check that a field names every capability once. */
export const capabilitiesOnce = (field: string, rule: string): Check => ({
  rule,
  must: { unique: field },
  at: field,
  expected: "every capability once",
});
