/** The name of a new node: what npm takes as the name of a package, and every file system as that of a folder. */
import { builtinModules } from "node:module";

import { quote } from "../../internal/quote.ts";
import { UsageError } from "../usage-error.ts";

/** The forms that a name takes in a project. */
export interface NodeName {
  /** Name of the package, with the scope if there is one. */
  readonly package_name: string;
  /** Name of the node, of its folder and of its file: the name without the scope. */
  readonly node_id: string;
  /** Name of the constant that holds the node. */
  readonly identifier: string;
}

/** What npm allows for new packages, and shells leave alone. */
const PART = /^[a-z0-9][a-z0-9._-]*$/;

/** Longest name that npm takes. */
const MOST_CHARACTERS = 214;

/** A project cannot depend on a package of its own name. */
const DEPENDENCIES: readonly string[] = ["@rspp/contracts", "jest", "typescript", "vitest"];

/** Devices of Windows, and names that npm keeps for itself. */
const RESERVED = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)|^(?:node_modules|favicon\.ico)$/;

/** Words that no constant can be called. */
const WORDS: ReadonlySet<string> = new Set(
  (
    "arguments await break case catch class const continue debugger default delete do else enum eval export " +
    "extends false finally for function if implements import in instanceof interface let new null package " +
    "private protected public return static super switch this throw true try typeof var void while with yield"
  ).split(" "),
);

/** Reads a name. Throws a UsageError with a hint for one that cannot be used. */
export function readNodeName(text: string): NodeName {
  const refuse = (expected: string, hint?: string): never => {
    throw new UsageError(`Cannot name a node: expected ${expected} but received ${quote(text)}`, hint);
  };
  const { scope, name } = parted(text);
  if (text === "." || text === ".." || (/[/\\]/.test(text) && scope === undefined))
    return refuse("a name, not a path", "Go to the folder that the new one shall be in, and give its name");
  const parts = scope === undefined ? [name] : [scope, name];
  if (!parts.every((part) => PART.test(part)) || name.endsWith(".")) {
    const near = proposal(text);
    return refuse(
      "lower-case letters, digits, hyphens, dots and underscores, with a letter or digit first",
      near === undefined ? undefined : `Did you mean ${near}?`,
    );
  }
  if (text.length > MOST_CHARACTERS) return refuse(`at most ${MOST_CHARACTERS} characters`);
  if (RESERVED.test(name)) return refuse("a name that is not reserved", `Did you mean my-${name}?`);
  if (DEPENDENCIES.includes(text))
    return refuse("another name than that of a package the project needs", `Did you mean my-${name}?`);
  if (builtinModules.includes(text))
    return refuse("another name than that of a module of Node", `Did you mean my-${name}?`);
  return { package_name: text, node_id: name, identifier: identifierOf(name) };
}

/** `@scope/name` in two parts; anything else is a name alone. */
function parted(text: string): { readonly scope?: string; readonly name: string } {
  const [, scope, name] = /^@([^/\\]+)\/([^/\\]+)$/.exec(text) ?? [];
  return scope === undefined || name === undefined ? { name: text } : { scope, name };
}

/** The name that was probably meant, if it can be used. */
function proposal(text: string): string | undefined {
  const words = text.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
  const { scope, name } = parted(words);
  const plain = (part: string) =>
    part
      .normalize("NFKD")
      .replace(/[^a-z0-9._-]+/g, "-")
      .replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, "");
  const near = scope === undefined ? plain(name) : `@${plain(scope)}/${plain(name)}`;
  return parted(near).name !== "" && near.split("/").every((part) => PART.test(part.replace(/^@/, "")))
    ? near
    : undefined;
}

/** `my-vad` becomes `myVad`. */
function identifierOf(name: string): string {
  const words = name.split(/[^a-z0-9]+/).filter((word) => word !== "");
  const joined = words
    .map((word, at) => (at === 0 ? word : `${word[0]?.toUpperCase()}${word.slice(1)}`))
    .join("");
  if (/^\d/.test(joined)) return `node${joined}`;
  return WORDS.has(joined) ? `${joined}Node` : joined;
}
