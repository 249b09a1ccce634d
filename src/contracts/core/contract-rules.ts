/**
 * Rules that hold for every artifact of the contract, whatever its kind.
 */
import { defineRules } from "./rule.ts";

/** Shape rules of kinds whose fields have no numbered rule of their own. */
export const CONTRACT_REQUIREMENTS = defineRules("contracts-v1 wire format", {
  "CON-01": ["MUST", "The artifact is a JSON object"],
  "CON-02": ["MUST", "Every required field is present and every field has its declared type and range"],
  "CON-03": ["MUST", "No unknown field (closed mode)"],
});
