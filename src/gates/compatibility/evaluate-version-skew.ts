/**
 * Whether a version skew policy says what its own tests expect of it.
 *
 * A list of cells is easy to write and easy to get wrong. The tests say the same a second time, in the words of
 * somebody who thinks of a rollout; only where both agree the list is worth asking.
 */
import type {
  GovernanceViolation,
  VersionSkewVerdict,
} from "../../contracts/compat/conformance-governance-report.ts";
import type { VersionCell, VersionSkewPolicy } from "../../contracts/compat/version-skew-policy.ts";
import { BOOLEAN, listOf, objectWith, TEXT } from "../../internal/input-shape.ts";
import { requireShape } from "../invalid-input.ts";
import { ANY_TEXT, frameViolations, outcomeOf, violationOf } from "./governance-finding.ts";

const VERSION = "rspp.version-skew-policy.v1";
const CELL = { runtime_version: TEXT, control_plane_version: TEXT, schema_version: TEXT };
const POLICY = objectWith({
  schema_version: ANY_TEXT,
  policy_id: ANY_TEXT,
  allowed_cells: listOf(objectWith(CELL)),
  matrix_tests: listOf(objectWith({ ...CELL, allowed: BOOLEAN })),
});

/**
 * Judges a version skew policy: every matrix test agrees with the cells, and at least one test is allowed and
 * one is not. Throws TypeError or RangeError that names a field that is not well formed, such as
 * `policy.matrix_tests[2].allowed`.
 *
 * @since 0.1.0
 */
export function evaluateVersionSkew(policy: VersionSkewPolicy): VersionSkewVerdict {
  requireShape("policy", policy, POLICY);
  const { schema_version, policy_id, allowed_cells, matrix_tests } = policy;
  const found = frameViolations({ schema_version, idField: "policy_id", id: policy_id }, VERSION);
  if (allowed_cells.length === 0)
    found.push(missing("allowed_cells_missing", "allowed_cells", "at least 1 cell"));
  if (matrix_tests.length === 0)
    found.push(missing("matrix_tests_missing", "matrix_tests", "at least 1 test"));
  const known = new Set(allowed_cells.map(keyOf));
  matrix_tests.forEach((test, index) => {
    const expected = known.has(keyOf(test));
    if (test.allowed === expected) return;
    const words = `${expected}, as ${wordsOf(test)} is ${expected ? "" : "not "}among allowed_cells,`;
    const path = `matrix_tests[${index}].allowed`;
    found.push(violationOf({ code: "matrix_test_disagrees", path, expected, received: test.allowed, words }));
  });
  const allowed_test_count = matrix_tests.filter(({ allowed }) => allowed).length;
  const disallowed_test_count = matrix_tests.length - allowed_test_count;
  if (allowed_test_count === 0)
    found.push(missing("allowed_test_missing", "matrix_tests", "at least 1 test with allowed true"));
  if (disallowed_test_count === 0)
    found.push(missing("disallowed_test_missing", "matrix_tests", "at least 1 test with allowed false"));
  return { policy_id, allowed_test_count, disallowed_test_count, ...outcomeOf(found) };
}

const keyOf = (cell: VersionCell) =>
  JSON.stringify([cell.runtime_version, cell.control_plane_version, cell.schema_version]);

const wordsOf = (cell: VersionCell) =>
  `runtime ${cell.runtime_version} with control plane ${cell.control_plane_version} and schema ${cell.schema_version}`;

const missing = (code: string, path: string, expected: string): GovernanceViolation =>
  violationOf({ code, path, expected, received: "none", words: expected });
