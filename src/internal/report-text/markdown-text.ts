/**
 * Text of unknown origin in GitHub Markdown.
 *
 * Every character that could start a construct is written as an entity, which Markdown shows as the
 * character and never as syntax. That holds in paragraphs, in table cells and inside `<code>` alike,
 * where a backslash would hold in some and not in others.
 */
import { printable } from "./printable-text.ts";

/**
 * A colon only matters in addresses and emoji, an underscore only at the edge of a word; those of
 * sentences and field names stay readable.
 */
const ACTIVE = /[#$&*<@[\\\]^`{|}~]|:(?=\S)|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;

/** What makes a list item, a quotation, a rule or an underlined heading of a line. */
const LINE_START = /^(\s*)(>|[-+](?=\s|$)|\d+[.)](?=\s|$)|[-=]+\s*$)/;

/** Characters of Markdown, HTML and GitHub's own extensions (mentions, emoji, links) as entities. */
export function markdownText(text: string): string {
  return printable(text)
    .replace(ACTIVE, entity)
    .replace(/(www)\./gi, "$1&#46;")
    .replace(LINE_START, (_, space: string, mark: string) => space + Array.from(mark, entity).join(""));
}

/** An id in a code font. */
export function markdownCode(text: string): string {
  return `<code>${text === "" ? " " : markdownText(text)}</code>`;
}

const NAMED: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;" };

function entity(char: string): string {
  return NAMED[char] ?? `&#${char.charCodeAt(0)};`;
}
