/** Which checks a run is about. */
import { nearest } from "../../internal/edit-distance.ts";
import type { Check, Pack } from "../check/check.ts";
import type { ConformanceOptions } from "./conformance-options.ts";

/** The checks, in the order of the packs. Throws a RangeError for a name that there is not, or an empty choice. */
export function chooseChecks(
  packs: readonly Pack[],
  { profile = "quick", checks: wanted, category, path }: ConformanceOptions,
): readonly Check[] {
  const all = packs.flatMap(({ checks }) => checks);
  if (wanted !== undefined) for (const name of wanted) demand(name, { packs, all });
  const chosen = packs.flatMap((pack) =>
    pack.checks.filter((check) => {
      const isNamed = wanted?.includes(check.id) || wanted?.includes(pack.name);
      const isOfProfile = check.profiles.includes(profile) || (wanted?.includes(check.id) ?? false);
      const isOfCategory = category === undefined || (check.categories ?? []).includes(category);
      return isOfProfile && isOfCategory && (wanted === undefined || isNamed);
    }),
  );
  if (chosen.length === 0) {
    const choice = `profile "${profile}"${category === undefined ? "" : ` and category "${category}"`}`;
    throw new RangeError(
      `Cannot run conformance: expected at least one check in ${choice} but received none`,
    );
  }
  if (path !== undefined && chosen.length !== 1)
    throw new RangeError(
      `Cannot replay a path: expected exactly one check, as in checks: ["CF-003"], but received ${chosen.length}`,
    );
  return chosen;
}

function demand(
  name: string,
  { packs, all }: { readonly packs: readonly Pack[]; readonly all: readonly Check[] },
) {
  const names = [...all.map(({ id }) => id), ...packs.map((pack) => pack.name)];
  if (names.includes(name)) return;
  const near = nearest(name, names);
  throw new RangeError(
    `Cannot choose check "${name}": expected the id of a check or pack` +
      `${near === undefined ? ` (${names.slice(0, 6).join(", ")}, ...)` : `; did you mean "${near}"?`}`,
  );
}
