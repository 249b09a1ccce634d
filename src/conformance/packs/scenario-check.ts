/** A check whose scripts and expectations are the data in `conformance/v1/scenarios/<id>`. */
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
    scenarios: scenarios.filter(({ check_id }) => check_id === head.id),
  };
}
