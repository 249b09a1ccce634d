/**
 * One address: a contract `<domain>/<name>` has its noun, its schemas, its vectors, its arbitrary and its
 * reference page under that path, and those folders hold nothing else.
 */
import type { ProjectTree } from "../tree/project-tree.ts";
import { CONTRACT_ROOMS } from "../tree/rooms.ts";
import { isTestOnly } from "../tree/source-tree.ts";

/** Where the parts of a contract are, by its address. A path that ends with a slash is a folder with files. */
export const placesOf = (address: string): readonly string[] => [
  `src/contracts/${address}.ts`,
  `schemas/v1/${address}.schema.json`,
  `schemas/v1/${address}.open.schema.json`,
  `conformance/v1/vectors/${address}/valid/`,
  `conformance/v1/vectors/${address}/invalid/`,
  `src/arbitraries/${address}.ts`,
  `docs/contracts/${address}.md`,
];

/** Parts that a contract of the catalogue lacks. */
export function findMissingParts(tree: ProjectTree, addresses: readonly string[]): string[] {
  const there = new Set(tree.paths.flatMap((path) => [path, ...foldersOf(path)]));
  return addresses.flatMap((address) =>
    placesOf(address).flatMap((place) => (there.has(place) ? [] : [`${address}: lacks ${place}`])),
  );
}

/** Folders that mirror the catalogue, with the few files that are about all contracts at once. */
const MIRRORS: readonly { readonly folder: string; readonly extra: readonly string[] }[] = [
  { folder: "schemas/v1/", extra: ["manifest.json", "README.md"] },
  { folder: "conformance/v1/vectors/", extra: ["README.md"] },
  { folder: "docs/contracts/", extra: ["README.md"] },
];

/** Files that belong to no contract of the catalogue. */
export function findStrays(tree: ProjectTree, addresses: readonly string[]): string[] {
  const places = addresses.flatMap(placesOf);
  const files = new Set(places.filter((place) => !place.endsWith("/")));
  const folders = new Set(places.filter((place) => place.endsWith("/")));
  const belongs = (path: string): boolean =>
    files.has(path) || foldersOf(path).some((folder) => folders.has(folder));
  const strays = tree.paths.filter((path) =>
    MIRRORS.some(
      ({ folder, extra }) =>
        path.startsWith(folder) && !extra.includes(path.slice(folder.length)) && !belongs(path),
    ),
  );
  return [
    ...strays.map((path) => `${path}: belongs to no contract of the catalogue`),
    ...strayNouns(tree, files),
  ];
}

/** Arbitraries of many artifacts together, which are of no one noun. */
const ARBITRARIES_OF_MANY: ReadonlySet<string> = new Set(["src/arbitraries/turn/turn-history.ts"]);

/** Contracts outside of the catalogue, and arbitraries of nouns that `contracts` does not have. */
function strayNouns(tree: ProjectTree, files: ReadonlySet<string>): string[] {
  const known = new Set(tree.paths);
  const rooms: readonly string[] = CONTRACT_ROOMS;
  return tree.paths.flatMap((path) => {
    const [, room, domain = "", ...rest] = path.split("/");
    if (!path.startsWith("src/") || !rooms.includes(domain) || rest.length === 0 || isTestOnly(path))
      return [];
    const isOfOne = room === "arbitraries" && !ARBITRARIES_OF_MANY.has(path);
    if (isOfOne && !known.has(path.replace("src/arbitraries/", "src/contracts/"))) {
      return [`${path}: generates what src/contracts does not have`];
    }
    const defines = room === "contracts" && /= defineContract\(/.test(tree.read(path));
    return defines && !files.has(path)
      ? [`${path}: defines a contract that the catalogue does not have`]
      : [];
  });
}

/** The folders that lead to a path, each with a slash at its end. */
function foldersOf(path: string): string[] {
  const parts = path.split("/").slice(0, -1);
  return parts.map((_, index) => `${parts.slice(0, index + 1).join("/")}/`);
}
