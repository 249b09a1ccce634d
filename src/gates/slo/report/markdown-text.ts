/**
 * Text of unknown origin in GitHub Markdown.
 *
 * Every character that could start a construct is written as an entity, which Markdown shows as the
 * character and never as syntax. That holds in paragraphs, in table cells and inside `<code>` alike,
 * where a backslash would hold in some and not in others.
 */
import { printable } from "./printable-text.ts";

/** A colon only matters in addresses and emoji, so the colons of sentences stay readable. */
const ACTIVE = /[#$&*<=>@[\\\]^_`{|}~]|:(?=\S)/g;

/** What makes a list item or an underlined heading of a line. */
const LINE_START = /^(\s*)([-+=.)]|\d+[.)])/;

/** Characters of Markdown, HTML and GitHub's own extensions (mentions, emoji, links) as entities. */
export function markdownText(text: string): string {
  return printable(text)
    .replace(ACTIVE, entity)
    .replace(/\b(www)\./gi, "$1&#46;")
    .replace(LINE_START, (_, space: string, mark: string) => space + Array.from(mark, entity).join(""));
}

/** An id in a code font. */
export function markdownCode(text: string): string {
  return `<code>${text === "" ? " " : markdownText(text)}</code>`;
}

function entity(char: string): string {
  return `&#${char.charCodeAt(0)};`;
}
