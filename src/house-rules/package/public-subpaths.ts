/** What other packages may import, and what that may load: the public surface as a table. */

/** One subpath of the package. */
export interface PublicSubpath {
  readonly subpath: string;
  /** Packages that importing it loads at once; `node:` stands for every Node built-in. */
  readonly loads: readonly string[];
  /** Packages that it may load later, when a function needs them. */
  readonly later: readonly string[];
}

/** Subpaths that are code. */
export const PUBLIC_SUBPATHS: readonly PublicSubpath[] = [
  { subpath: ".", loads: [], later: [] },
  { subpath: "./v1", loads: [], later: [] },
  { subpath: "./v1/schemas", loads: ["zod"], later: [] },
  { subpath: "./v1/validate", loads: [], later: [] },
  { subpath: "./v1/trace", loads: [], later: [] },
  { subpath: "./v1/gates", loads: [], later: [] },
  { subpath: "./v1/arbitraries", loads: ["fast-check"], later: [] },
  { subpath: "./v1/conformance", loads: ["fast-check"], later: ["node:"] },
  { subpath: "./v1/authoring", loads: [], later: ["fast-check", "zod", "node:"] },
  { subpath: "./v1/evidence", loads: [], later: ["node:"] },
];

/** Subpaths that are data: they lead to files as they lie in the repository. */
export const DATA_SUBPATHS = ["./schemas/v1/*", "./conformance/v1/*", "./package.json"] as const;
