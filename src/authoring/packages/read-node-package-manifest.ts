/**
 * Reads a manifest that nobody has vetted, as far as it can be read: what is right in a manifest is judged
 * further, so that one report tells everything that is wrong with a package.
 */
import { MAX_DIAGNOSTICS } from "../../contracts/core/diagnostic.ts";
import { describeValue } from "../../internal/describe-value.ts";
import { nearest } from "../../internal/edit-distance.ts";
import { pointerStep } from "../../internal/json-pointer.ts";
import { parseWireText } from "../../internal/json-text/parse-wire-text.ts";
import { quote } from "../../internal/quote.ts";
import {
  MANIFEST_SHAPES,
  type ManifestMember,
  NODE_PACKAGE_SCHEMA_VERSION,
  type NodePackageManifest,
} from "./node-package-manifest.ts";
import type { FindingCollector } from "./package-finding.ts";

/** Longest manifest that is read: 1 Mi UTF-16 code units, or bytes. */
export const MAX_MANIFEST_LENGTH = 1_048_576;

/** Deeper values are no manifest: an object of lists. */
const MAX_DEPTH = 4;

const MEMBERS = Object.keys(MANIFEST_SHAPES) as readonly (keyof typeof MANIFEST_SHAPES)[];
const NAMES: readonly ManifestMember[] = ["schema_version", ...MEMBERS];

/**
 * The members that are what they have to be; what is wrong with the others goes to the collector. Nothing
 * is read from a manifest of another schema version. Throws TypeError for a source that is neither a string
 * nor a Uint8Array.
 */
export function readNodePackageManifest(
  source: string | Uint8Array,
  findings: FindingCollector,
): Partial<NodePackageManifest> {
  const reading = parseWireText(source, { maxLength: MAX_MANIFEST_LENGTH, maxDepth: MAX_DEPTH });
  if (!reading.ok) {
    for (const { path, line, column, expected, received, hint } of reading.problems) {
      findings.add({
        reason_code: "manifest_unreadable",
        subject: `the manifest at line ${line}, column ${column}`,
        path,
        expected,
        received,
        ...(hint !== undefined && { hint }),
      });
    }
    return {};
  }
  const { value } = reading;
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    findings.add({
      reason_code: "manifest_unreadable",
      subject: "the manifest",
      path: "",
      expected: "a JSON object",
      received: describeValue(value),
    });
    return {};
  }
  return readMembers(value as Readonly<Record<string, unknown>>, findings);
}

function readMembers(
  object: Readonly<Record<string, unknown>>,
  findings: FindingCollector,
): Partial<NodePackageManifest> {
  const version = Object.hasOwn(object, "schema_version") ? object["schema_version"] : undefined;
  if (version !== NODE_PACKAGE_SCHEMA_VERSION) {
    findings.add({
      reason_code: "manifest_schema_version_unsupported",
      subject: 'the manifest member "schema_version"',
      path: "/schema_version",
      expected: quote(NODE_PACKAGE_SCHEMA_VERSION),
      received: describeValue(version),
    });
    return {};
  }
  const members: Record<string, unknown> = { schema_version: version };
  for (const name of MEMBERS) {
    const { expected, accepts } = MANIFEST_SHAPES[name];
    const isThere = Object.hasOwn(object, name);
    if (isThere && accepts(object[name])) members[name] = object[name];
    else {
      findings.add({
        reason_code: isThere ? "manifest_member_invalid" : "manifest_member_missing",
        subject: isThere ? `the manifest member "${name}"` : `a manifest without "${name}"`,
        path: `/${name}`,
        expected,
        received: isThere ? describeValue(object[name]) : "nothing",
      });
    }
  }
  const absent = NAMES.filter((name) => !Object.hasOwn(object, name));
  const strangers = Object.keys(object).filter((name) => !(NAMES as readonly string[]).includes(name));
  for (const [index, name] of strangers.entries()) {
    // Nobody reads advice about members that the report leaves out.
    const close = index < MAX_DIAGNOSTICS ? nearest(name, absent) : undefined;
    findings.add({
      reason_code: "manifest_member_unknown",
      subject: `the manifest member ${quote(name)}`,
      path: pointerStep(name),
      expected: `one of ${NAMES.join(", ")}`,
      received: describeValue(object[name]),
      ...(close !== undefined && { hint: `Did you mean "${close}"?` }),
    });
  }
  return members as Partial<NodePackageManifest>;
}
