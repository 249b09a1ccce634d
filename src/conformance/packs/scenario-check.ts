/** A check whose scripts and expectations are the data in `conformance/v1/scenarios/<id>`. */
import type { Scenario } from "../../contracts/conformance/scenario.ts";
import type { CheckHead, ScenarioCheck } from "../check/check.ts";
import { scenarios } from "../generated/scenarios.ts";

/** What the data does not say. */
export type ScenarioCheckHead = Pick<CheckHead, "id" | "title" | "requirements" | "text" | "source"> &
  Partial<Pick<CheckHead, "level" | "profiles" | "categories">>;

/** The check with its scenarios. It applies where one of them does: they say themselves what they need. */
export function scenarioCheck(head: ScenarioCheckHead): ScenarioCheck {
  return {
    level: "MUST",
    profiles: ["quick", "full"],
    needs: ["turns"],
    ...head,
    scenarios: scenarios.filter(({ check_id }) => check_id === head.id).sort(bySimplicity),
  };
}

/** The simplest first: what fails there is told in the fewest words. */
const bySimplicity = (one: Scenario, other: Scenario): number =>
  effort(one) - effort(other) || (one.scenario_id < other.scenario_id ? -1 : 1);

/** Stimuli that meet are harder to read than ones that follow each other. */
const effort = ({ steps, needs }: Scenario): number =>
  needs.length + steps.reduce((sum, { apply }) => sum + 1 + 4 * Math.max(0, apply.length - 1), 0);
