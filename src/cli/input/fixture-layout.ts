/**
 * Folders of fixtures: `<kind>/valid/*.json` must be accepted, `<kind>/invalid/*.json` must be refused.
 * A fixture that is refused for the right reason is a test that passed, so it is counted as one.
 */
import { basename, dirname, relative, sep } from "node:path";
import { CONTRACT_KINDS, type ContractKind } from "../../validators/validate.ts";
import { kindOfName } from "../kinds/detect-kind.ts";
import type { InputFile } from "./find-inputs.ts";

/** What the folders of a file say about it. */
export interface FixturePlace {
  readonly expectation: "accept" | "refuse";
  /** Named by the folder above; undefined when that is no kind. */
  readonly kind: ContractKind | undefined;
  /** The folder that holds `valid` or `invalid`. */
  readonly above: string;
}

/** The place of a file in a layout of fixtures, or undefined when it is in no such folder. */
export function fixturePlace({ path, root }: Pick<InputFile, "path" | "root">): FixturePlace | undefined {
  if (path === undefined) return undefined;
  // The directory of the call may itself be the `invalid` folder, so it is looked at as well.
  const top = dirname(root);
  for (let folder = dirname(path); isBelow(folder, top); folder = dirname(folder)) {
    const name = basename(folder);
    if (name !== "valid" && name !== "invalid") continue;
    const above = dirname(folder);
    const kind = kindOfName(basename(above), CONTRACT_KINDS);
    return { expectation: name === "valid" ? "accept" : "refuse", kind, above };
  }
  return undefined;
}

function isBelow(folder: string, top: string): boolean {
  const path = relative(top, folder);
  return path !== "" && path !== ".." && !path.startsWith(`..${sep}`);
}

/** Directories of the call in which a folder holds `valid` as well as `invalid`. */
export function fixtureRoots(files: readonly InputFile[]): Set<string> {
  const seen = new Map<string, Set<string>>();
  const roots = new Set<string>();
  for (const file of files) {
    const place = fixturePlace(file);
    if (place === undefined || file.root === dirname(file.path ?? "")) continue;
    const expectations = seen.get(place.above) ?? new Set();
    seen.set(place.above, expectations.add(place.expectation));
    if (expectations.size === 2) roots.add(file.root);
  }
  return roots;
}
