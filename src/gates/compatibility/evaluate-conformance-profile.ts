/** Whether conformance results have every category that a profile wants. */
import type {
  ConformanceProfileVerdict,
  GovernanceViolation,
} from "../../contracts/compat/conformance-governance-report.ts";
import type { ConformanceProfile } from "../../contracts/compat/conformance-profile.ts";
import type { ConformanceResults } from "../../contracts/compat/conformance-results.ts";
import { BOOLEAN, listOf, mapOf, objectWith, TEXT } from "../../internal/input-shape.ts";
import { quote } from "../../internal/quote.ts";
import { requireShape } from "../invalid-input.ts";
import { ANY_TEXT, frameViolations, outcomeOf, violationOf } from "./governance-finding.ts";

const PROFILE = objectWith({
  schema_version: ANY_TEXT,
  profile_id: ANY_TEXT,
  mandatory_categories: listOf(TEXT),
});
const RESULTS = objectWith({ schema_version: ANY_TEXT, profile_id: ANY_TEXT, categories: mapOf(BOOLEAN) });

/** Categories that the MVP wants. */
export const MVP_CONFORMANCE_CATEGORIES = Object.freeze([
  "transport_adapter",
  "provider_adapter",
  "external_node_boundary",
] as const);

/**
 * Judges results by a profile: they are for this profile, and every mandatory category is present and true.
 * Throws TypeError or RangeError that names a field that is not well formed, such as
 * `results.categories["provider_adapter"]`.
 *
 * @since 0.1.0
 */
export function evaluateConformanceProfile(
  profile: ConformanceProfile,
  results: ConformanceResults,
): ConformanceProfileVerdict {
  requireShape("profile", profile, PROFILE);
  requireShape("results", results, RESULTS);
  const { profile_id, mandatory_categories } = profile;
  const found = [...framesOf(profile, results)];
  if (mandatory_categories.length === 0) {
    const words = "at least 1 category";
    const finding = { code: "mandatory_categories_missing", path: "profile.mandatory_categories" };
    found.push(violationOf({ ...finding, expected: words, received: "none", words }));
  }
  const mandatory = [...new Set(mandatory_categories)];
  const lacking = mandatory.filter((name) => !isConformant(results, name));
  found.push(...lacking.map((name) => lackOf(name, results)));
  return {
    profile_id,
    mandatory_count: mandatory.length,
    conformant_count: mandatory.length - lacking.length,
    ...outcomeOf(found),
  };
}

/** A name such as `toString` is no category unless the results have it themselves. */
const isConformant = ({ categories }: ConformanceResults, name: string) =>
  Object.hasOwn(categories, name) && categories[name] === true;

function lackOf(name: string, { categories }: ConformanceResults): GovernanceViolation {
  const isThere = Object.hasOwn(categories, name);
  return violationOf({
    code: isThere ? "category_not_conformant" : "category_missing",
    path: `results.categories[${quote(name)}]`,
    expected: true,
    received: isThere ? false : "nothing",
  });
}

function framesOf(profile: ConformanceProfile, results: ConformanceResults): GovernanceViolation[] {
  const frames = [
    ["profile", profile, "rspp.conformance-profile.v1"],
    ["results", results, "rspp.conformance-results.v1"],
  ] as const;
  const found = frames.flatMap(([name, { schema_version, profile_id }, version]) =>
    frameViolations({ schema_version, idField: "profile_id", id: profile_id }, version).map((violation) => ({
      ...violation,
      path: `${name}.${violation.path}`,
      message: violation.message.replace("Cannot accept ", `Cannot accept ${name}.`),
    })),
  );
  if (results.profile_id !== profile.profile_id) {
    const [expected, received] = [profile.profile_id, results.profile_id];
    found.push({
      ...violationOf({ code: "profile_differs", path: "results.profile_id", expected, received }),
    });
  }
  return found;
}
