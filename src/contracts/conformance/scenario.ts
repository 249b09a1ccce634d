/** Scenarios and their parts, by the names that the kit uses. */
import type { ConformanceScenario } from "./conformance-scenario.ts";
import type { JsonObject } from "./stimulus.ts";

export type { ScenarioStep } from "./conformance-scenario.ts";
export type { Count, Expectation } from "./expectation.ts";

/**
 * Members that an object must have. A member that is an object with one of the operators `$in`, `$exists`,
 * `$gte`, `$lte` is compared by it; other objects are patterns again; everything else must be equal.
 */
export type Pattern = JsonObject;

/** A script with its expectations. */
export type Scenario = ConformanceScenario;
