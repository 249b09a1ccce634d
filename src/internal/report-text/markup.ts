/**
 * HTML that cannot be broken by what it shows: text is escaped by the template itself, and only what
 * another template made goes in as it is.
 */
import { printable } from "./printable-text.ts";

/** A piece of HTML. */
export interface Markup {
  readonly markup: string;
}

/** What a template takes; `undefined` and `false` leave nothing behind. */
export type Part = string | number | Markup | readonly Part[] | undefined | false;

/** Nothing. */
export const NOTHING: Markup = { markup: "" };

/** Builds HTML; every string and number in it is escaped for text and for quoted attributes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let markup = strings[0] ?? "";
  parts.forEach((part, index) => {
    markup += written(part) + (strings[index + 1] ?? "");
  });
  return { markup };
}

function written(part: Part): string {
  if (part === undefined || part === false) return "";
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return escapeHtml(part);
  return "markup" in part ? part.markup : part.map(written).join("");
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
  "`": "&#96;",
};

/** Text for a text node or a quoted attribute; unprintable characters become visible escapes. */
export function escapeHtml(text: string): string {
  return printable(text).replace(/[&<>"'`]/g, (char) => ENTITIES[char] ?? char);
}
