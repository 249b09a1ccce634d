// Generated from conformance/v1/scenarios by `npm run generate`. Do not edit.
import type { Scenario } from "../../contracts/conformance/scenario.ts";

/** Every scenario, in the order of their ids. */
export const scenarios: readonly Scenario[] = [
];
