/** What must hold of each format whatever a report holds: each reader gives the problems that it finds. */
import { parseStrictXml, type XmlNode } from "../../internal/report-text/strict-xml.test-kit.ts";

const UNSAFE = /[^\n\P{Cc}]|[\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u;

/** What the report's own palette writes. */
const COLOURS = new RegExp(`${String.fromCharCode(27)}\\[(?:1|2|22|3[123]|39)m`, "g");

/** The text without colours. */
export const withoutColours = (text: string): string => text.replaceAll(COLOURS, "");

/** Control, reordering and invisible characters, and halves of surrogate pairs; colours are fine where they are asked for. */
export function textProblems(output: string, { color = false } = {}): string[] {
  const plain = color ? withoutColours(output) : output;
  const found = UNSAFE.exec(plain);
  return [
    ...(found === null
      ? []
      : [`unsafe character ${found[0].codePointAt(0)?.toString(16) ?? ""} at ${found.index}`]),
    ...(output.endsWith("\n") && !output.endsWith("\n\n") ? [] : ["does not end with one line feed"]),
  ];
}

/** A document that a strict parser does not read. */
export function xmlProblems(output: string): string[] {
  try {
    parseStrictXml(output);
    return textProblems(output);
  } catch (error) {
    return [String(error)];
  }
}

/** The elements with this name, at any depth. */
export function elements(node: XmlNode, name: string): XmlNode[] {
  return [...(node.name === name ? [node] : []), ...node.children.flatMap((child) => elements(child, name))];
}

const MARKDOWN_TAGS = /<\/?(?:details|summary|strong|code)>/g;

/** Markup that is not the report's own, and code blocks that do not end where they should. */
export function markdownProblems(output: string): string[] {
  const problems = textProblems(output);
  let fence = "";
  for (const line of output.trimEnd().split("\n")) {
    if (fence !== "") {
      if (new RegExp(`^ {0,3}\`{${fence.length},}$`).test(line)) fence = "";
      continue;
    }
    fence = /^`{3,}(?=text$|sh$)/.exec(line)?.[0] ?? "";
    if (fence !== "") continue;
    const rest = line.replaceAll(MARKDOWN_TAGS, "").replaceAll(/&(?:#\d+|lt|amp);/g, "");
    if (/[<&`[\]@$~\\]/.test(rest.replace(/^~ | ~ /, ""))) problems.push(`markup in ${line.slice(0, 80)}`);
    const cells = line.startsWith("|") ? line.split("|").length : 10;
    if (cells !== 10) problems.push(`a row with ${cells - 2} cells`);
  }
  return fence === "" ? problems : [...problems, "a code block is not closed"];
}

const VOID: ReadonlySet<string> = new Set(["meta", "input", "br"]);
const TAG = /<(\/?)([a-z][a-z0-9]*)(?:[^<>"]|"[^"<>]*")*>/g;

/** Tag names in document order, and what is wrong with the nesting, the addresses and the loading of a page. */
export function readPage(output: string): { tags: string[]; problems: string[] } {
  const problems = textProblems(output);
  const open: string[] = [];
  const tags: string[] = [];
  const plain = output.replace(/<(style|script)>[\s\S]*?<\/\1>/g, "<$1></$1>").replace("<!doctype html>", "");
  for (const [tag, slash, name = ""] of plain.matchAll(TAG)) {
    if (/ (?:on[a-z]+|src|srcset|style)=/.test(tag.replace(/"[^"]*"/g, '""'))) problems.push(`active ${tag}`);
    if (slash === "/") {
      if (open.pop() !== name) problems.push(`${name} is closed and was not open`);
    } else {
      tags.push(name);
      if (!VOID.has(name) && !tag.endsWith("/>")) open.push(name);
    }
  }
  if (open.length > 0) problems.push(`${open.join(", ")} not closed`);
  if (/[<>]/.test(plain.replace(TAG, ""))) problems.push("brackets in text");
  const ids = [...plain.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id);
  if (new Set(ids).size !== ids.length) problems.push("an id is there twice");
  for (const [, target = ""] of plain.matchAll(/ href="([^"]*)"/g))
    if (!target.startsWith("#") || !ids.includes(target.slice(1))) problems.push(`a link to ${target}`);
  return { tags, problems };
}
