/** What a new project is made from: its name, the test runner, the language. */
import type { NodeName } from "./node-name.ts";

/** Test runners that a project can be made for. */
export const RUNNERS = ["vitest", "jest", "node"] as const;

/** Languages that a project can be written in. */
export const LANGUAGES = ["ts", "js"] as const;

/** What a new project is made from. */
export interface NewProject {
  readonly name: NodeName;
  readonly runner: (typeof RUNNERS)[number];
  readonly language: (typeof LANGUAGES)[number];
  /** Versions of the packages that the project depends on. */
  readonly versions: { readonly contracts: string; readonly typescript: string; readonly vitest: string };
}

/** The file of the node, as its tests import it. */
export const nodePath = ({ name, language }: NewProject): string => `src/${name.node_id}.${language}`;
