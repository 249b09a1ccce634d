/**
 * The manifest of a node package: what a runtime needs to know before it loads the module beside it.
 *
 * On the wire it is canonical JSON (RFC 8785), so that the same module packaged for the same profile has the
 * same manifest to the byte, whoever packages it. It has no time, no path and no machine in it.
 */
import { canonicalJson } from "../../internal/canonical-json.ts";

/** The only version of manifests there is. */
export const NODE_PACKAGE_SCHEMA_VERSION = "rspp.node-package.v1";

/** What a manifest vouches for. Every list is sorted by UTF-16 code units and has no item twice. */
export interface NodePackageManifest {
  readonly schema_version: typeof NODE_PACKAGE_SCHEMA_VERSION;
  /** SHA-256 of the artifact: 64 lower-case hexadecimal characters. */
  readonly artifact_sha256: string;
  /** Length of the artifact, in bytes. */
  readonly artifact_size_bytes: number;
  /** Such as `wasm_wasi`. */
  readonly runtime_profile: string;
  /** The constraint profile of the runtime profile, such as `control_plane_gateway_v1`. */
  readonly constraint_profile_id: string;
  /** Modules that are no WASI modules and that the runtime has to offer, imported or not. */
  readonly host_modules: readonly string[];
  /** Every module that the artifact imports from. */
  readonly observed_import_modules: readonly string[];
  /** What the runtime has to enforce, as the constraint profile says. */
  readonly required_feature_gates: readonly string[];
  /** What the node was built to live with: the feature gates, and what its author adds. */
  readonly capability_constraints: readonly string[];
}

/** The name of a member of a manifest. */
export type ManifestMember = keyof NodePackageManifest;

/** The one text of a manifest: canonical JSON without a line feed at the end. */
export const formatNodePackageManifest = (manifest: NodePackageManifest): string => canonicalJson(manifest);

/** The items sorted by UTF-16 code units, each once. */
export const sortedUnique = (items: Iterable<string>): string[] => [...new Set(items)].sort();

/** What a member has to be. */
export interface MemberShape {
  /** As it stands after "expected" in a message. */
  readonly expected: string;
  accepts(value: unknown): boolean;
}

/** Most items of a list in a manifest. */
export const MAX_LIST_ITEMS = 1_000;

/** Printable ASCII without space, quote and backslash, at most 256 characters. */
const MODULE_NAME = /^[!#-[\]-~]{1,256}$/;

/** Words in snake case, at most 64 characters. */
const CONSTRAINT_NAME = /^(?=.{1,64}$)[a-z][a-z0-9]*(?:_[a-z0-9]+)*$/;

const isListOf =
  (pattern: RegExp) =>
  (value: unknown): boolean => {
    if (!Array.isArray(value) || value.length > MAX_LIST_ITEMS) return false;
    return value.every(
      (item, index) =>
        typeof item === "string" && pattern.test(item) && (index === 0 || value[index - 1] < item),
    );
  };

const isTextLike =
  (pattern: RegExp) =>
  (value: unknown): boolean =>
    typeof value === "string" && pattern.test(value);

const IDENTIFIER: MemberShape = {
  expected: "a name in snake case of at most 64 characters",
  accepts: isTextLike(CONSTRAINT_NAME),
};

const MODULE_LIST: MemberShape = {
  expected: `a sorted list of at most ${MAX_LIST_ITEMS} different module names`,
  accepts: isListOf(MODULE_NAME),
};

const CONSTRAINT_LIST: MemberShape = {
  expected: `a sorted list of at most ${MAX_LIST_ITEMS} different names in snake case`,
  accepts: isListOf(CONSTRAINT_NAME),
};

/** What each member has to be. */
export const MANIFEST_SHAPES: Readonly<Record<Exclude<ManifestMember, "schema_version">, MemberShape>> = {
  artifact_sha256: {
    expected: "64 lower-case hexadecimal characters",
    accepts: isTextLike(/^[0-9a-f]{64}$/),
  },
  artifact_size_bytes: {
    expected: "an integer from 0 to 2^53 - 1",
    accepts: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  },
  runtime_profile: IDENTIFIER,
  constraint_profile_id: IDENTIFIER,
  host_modules: MODULE_LIST,
  observed_import_modules: MODULE_LIST,
  required_feature_gates: CONSTRAINT_LIST,
  capability_constraints: CONSTRAINT_LIST,
};

/** Whether a text can name a constraint. */
export const isConstraintName = IDENTIFIER.accepts;

/** Whether a text can name a host module; WASI names are not the packager's to declare. */
export const isHostModuleName = (name: unknown): boolean =>
  isTextLike(MODULE_NAME)(name) && !/^wasi[:_]/.test(name as string);
