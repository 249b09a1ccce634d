/**
 * A strict reader of the XML that the reports use: elements, attributes, text, the predefined entities
 * and character references. Everything else, and everything that is not well-formed, is an error.
 */
export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** The text of the element itself. */
  readonly text: string;
}

const NAMED: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const LEGAL = /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u;

/** The root element of a document. Throws where a conforming parser would. */
export function parseStrictXml(document: string): XmlNode {
  if (!LEGAL.test(document)) throw new Error("illegal character");
  const head = /^<\?xml version="1\.0" encoding="UTF-8"\?>\n/.exec(document);
  if (head === null) throw new Error("no declaration");
  const reader = { text: document.replace(/\r\n?/g, "\n"), at: head[0].length };
  const root = readElement(reader);
  if (reader.text.slice(reader.at).trim() !== "") throw new Error("content after the root");
  return root;
}

function readElement(reader: { text: string; at: number }): XmlNode {
  const open = /^<([a-z-]+)((?:\s+[a-z]+="[^"<]*")*)\s*(\/?)>/.exec(reader.text.slice(reader.at));
  if (open === null)
    throw new Error(`no tag at ${reader.at}: ${reader.text.slice(reader.at, reader.at + 40)}`);
  const [whole, name = "", written = "", slash] = open;
  reader.at += whole.length;
  const attributes: Record<string, string> = {};
  for (const [, key = "", value = ""] of written.matchAll(/([a-z]+)="([^"]*)"/g)) {
    if (key in attributes) throw new Error(`repeated attribute ${key}`);
    attributes[key] = unescapeXml(value.replace(/[\t\n]/g, " "));
  }
  const children: XmlNode[] = [];
  let text = "";
  if (slash === "/") return { name, attributes, children, text };
  for (;;) {
    const end = reader.text.indexOf("<", reader.at);
    if (end < 0) throw new Error(`${name} is not closed`);
    const run = reader.text.slice(reader.at, end);
    if (run.includes("]]>")) throw new Error("]]> in text");
    text += unescapeXml(run);
    reader.at = end;
    if (reader.text.startsWith(`</${name}>`, end)) {
      reader.at = end + name.length + 3;
      return { name, attributes, children, text };
    }
    children.push(readElement(reader));
  }
}

function unescapeXml(text: string): string {
  return text.replace(/&(?:#(\d+)|([a-z]+));|&/g, (entity, code?: string, name?: string) => {
    const char = code === undefined ? NAMED[name ?? ""] : String.fromCodePoint(Number(code));
    if (char === undefined) throw new Error(`bad entity ${entity}`);
    return char;
  });
}
