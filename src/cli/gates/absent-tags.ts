/** Tags that a run is cut by and that none of its turns has: mistyped, or never recorded. */
import type { GateProfileReport } from "../../gates/slo/profile/gate-profile-report.ts";
import { quote } from "../../internal/quote.ts";

/** One line for each tag that no turn has: such a cut gives one segment with everything in it, and proves nothing. */
export function absentTagLines({ segments }: Pick<GateProfileReport, "segments">): readonly string[] {
  const asked = new Set(segments.flatMap(({ by }) => by.split("+")));
  const found = new Set(segments.flatMap(({ tags }) => Object.keys(tags)));
  return [...asked]
    .filter((name) => !found.has(name))
    .map(
      (name) =>
        `No turn has the tag ${quote(name)}: mend the name, or give the tag with --tag ${name}=<value>`,
    );
}
