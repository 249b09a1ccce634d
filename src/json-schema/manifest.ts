/** The files under `schemas/v1`: a closed and an open schema a contract, and a manifest with hashes. */
import { contracts } from "../contracts/catalog.ts";
import type { Contract } from "../contracts/core/define-contract.ts";
import { sha256Hex } from "../internal/sha256.ts";
import type { Openness } from "./emit.ts";
import { emitSchema, schemaFile, schemaId } from "./emit.ts";

/** A file, its path relative to `schemas/v1`. */
export interface SchemaFile {
  readonly path: string;
  readonly text: string;
}

/** One schema in the manifest. */
export interface ManifestEntry {
  readonly id: string;
  readonly kind: string;
  readonly unknown_fields: "reject" | "allow";
  readonly file: string;
  readonly sha256: string;
  readonly since: string;
}

/** Every schema file and the manifest. */
export function schemaFiles(): SchemaFile[] {
  const entries: ManifestEntry[] = [];
  const files: SchemaFile[] = [];
  for (const contract of Object.values(contracts).map((each) => each as unknown as Contract)) {
    for (const openness of ["closed", "open"] as const) {
      const file = fileOf(contract, openness);
      files.push(file);
      entries.push({
        id: schemaId(contract.address, openness),
        kind: contract.kind,
        unknown_fields: openness === "open" ? "allow" : "reject",
        file: file.path,
        sha256: sha256Hex(file.text),
        since: contract.since,
      });
    }
  }
  const manifest = { schema_version: "rspp.schema-manifest.v1", schemas: entries };
  return [...files, { path: "manifest.json", text: pretty(manifest) }];
}

const fileOf = (contract: Contract, openness: Openness): SchemaFile => ({
  path: schemaFile(contract.address, openness),
  text: pretty({
    $comment: "Generated from the contracts by npm run generate. Do not edit.",
    ...emitSchema(contract, openness),
  }),
});

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;
