/** What changed between two sets of schema files. */
import { diffSchemas, type SchemaDiff, verdictOf } from "../../json-schema/diff/diff-schemas.ts";
import type { SchemaDifference } from "../../json-schema/diff/schema-difference.ts";
import type { SchemaNode } from "../../json-schema/diff/schema-node.ts";

/** What changed in one file. */
export interface FileChange {
  readonly file: string;
  readonly verdict: SchemaDiff["verdict"] | "drift";
  /** What became of the whole file, where that is to be told. */
  readonly words?: string;
  readonly differences: readonly SchemaDifference[];
}

/** What changed, and what was compared. */
export interface SchemaChanges {
  readonly command: "check" | "diff";
  readonly before: string;
  readonly after: string;
  /** Number of files that were compared. */
  readonly files: number;
  readonly verdict: SchemaDiff["verdict"] | "drift";
  readonly changes: readonly FileChange[];
}

/** Schemas by the path of their file. */
export type Documents = ReadonlyMap<string, unknown>;

const isManifest = (value: unknown) =>
  (value as { schema_version?: unknown } | null)?.schema_version === "rspp.schema-manifest.v1";

/** Files that were added are additive, files that are gone break who reads by them. Single files are a pair. */
export function changesOf(
  before: Documents,
  after: Documents,
): Pick<SchemaChanges, "files" | "verdict" | "changes"> {
  const options = { resolveBefore: resolverOf(before), resolveAfter: resolverOf(after) };
  const pairs = pairsOf(before, after);
  const changes = pairs.flatMap(({ file, old, young }): FileChange[] => {
    if (young === undefined)
      return [{ file, verdict: "breaking", words: "The schema is gone", differences: [] }];
    if (old === undefined)
      return [{ file, verdict: "additive", words: "The schema is new", differences: [] }];
    const { verdict, differences } = diffSchemas(old, young, options);
    return verdict === "none" ? [] : [{ file, verdict, differences }];
  });
  const gone = changes.some(({ verdict }) => verdict === "breaking");
  return {
    files: pairs.length,
    verdict: gone ? "breaking" : changes.length > 0 ? "additive" : "none",
    changes,
  };
}

function pairsOf(before: Documents, after: Documents) {
  if (before.size === 1 && after.size === 1) {
    const [[file, young]] = [...after] as [[string, unknown]];
    return [{ file, old: [...before.values()][0], young }];
  }
  const files = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return files
    .map((file) => ({ file, old: before.get(file), young: after.get(file) }))
    .filter(({ old, young }) => !isManifest(old ?? young));
}

function resolverOf(documents: Documents) {
  const byId = new Map<string, SchemaNode>();
  for (const document of documents.values()) {
    const { $id } = (document ?? {}) as { $id?: unknown };
    if (typeof $id === "string") byId.set($id, document as SchemaNode);
  }
  return (id: string) => byId.get(id);
}

/** Files of a directory that are not, to the byte, those that were published. */
export function driftOf(
  found: ReadonlyMap<string, string>,
  published: ReadonlyMap<string, string>,
): Pick<SchemaChanges, "files" | "verdict" | "changes"> {
  const files = [...new Set([...found.keys(), ...published.keys()])].toSorted();
  const changes = files.flatMap((file): FileChange[] => {
    const [old, young] = [found.get(file), published.get(file)];
    if (old === young) return [];
    const drift = (words: string) => [{ file, verdict: "drift" as const, words, differences: [] }];
    if (old === undefined) return drift("The file is missing");
    if (young === undefined) return drift("The package has no such file");
    const differences = meaningOf(old, young);
    const words = `The file differs from that of the package (${verdictOf(differences)})`;
    return [{ file, verdict: "drift", words, differences }];
  });
  return { files: files.length, verdict: changes.length > 0 ? "drift" : "none", changes };
}

/** What the difference means, where both are JSON. */
function meaningOf(old: string, young: string): readonly SchemaDifference[] {
  try {
    const [left, right]: unknown[] = [JSON.parse(old), JSON.parse(young)];
    return isManifest(right) ? [] : diffSchemas(left, right).differences;
  } catch {
    return [];
  }
}
