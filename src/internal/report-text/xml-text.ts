/**
 * Text in XML 1.0.
 *
 * XML has no way to carry most control characters, lone surrogates or U+FFFE and U+FFFF, escaped or not.
 * They are written as the text `\u0007`. Every other character survives a round trip through a parser,
 * also the white space that attribute and line-end normalisation would change.
 */
const NOT_XML = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

/** The text without what XML cannot carry; what a parser of the escaped text gives back. */
export function xmlCharacters(text: string): string {
  return text.replace(NOT_XML, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** For use between tags. */
export function xmlText(text: string): string {
  return xmlCharacters(text).replace(/[&<>\r]/g, (char) => ENTITIES[char] ?? char);
}

/** For use between the double quotes of an attribute. */
export function xmlAttribute(text: string): string {
  return xmlCharacters(text).replace(/[&<>"\t\n\r]/g, (char) => ENTITIES[char] ?? char);
}

/** What stands in an element; attributes that are undefined are left out. */
export interface XmlContent {
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  /** Elements, each on lines of its own. */
  readonly children?: readonly string[];
  /** Text, kept to the letter. */
  readonly text?: string;
}

/** An element. */
export function xmlElement(name: string, { attributes = {}, children = [], text }: XmlContent): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${xmlAttribute(String(value))}"`)
    .join("");
  if (text !== undefined) return `<${name}${written}>${xmlText(text)}</${name}>`;
  if (children.length === 0) return `<${name}${written}/>`;
  return `<${name}${written}>\n${children.join("\n")}\n</${name}>`;
}
