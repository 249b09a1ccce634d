/** Help texts, made from the descriptions that the options are parsed by. */
import type { OptionSpecs } from "./option-spec.ts";

/** What the help of a command says. */
export interface CommandHelp {
  readonly name: string;
  readonly summary: string;
  /** Everything after the command's name in the usage line. */
  readonly usage: string;
  readonly options: OptionSpecs;
  /** Paragraphs below the options. */
  readonly notes: readonly string[];
  readonly examples: readonly string[];
}

const INDENT = 30;
const WIDTH = 98;

/** The help of a command, with a line feed at the end. */
export function commandHelp({ name, summary, usage, options, notes, examples }: CommandHelp): string {
  const parts = [
    summary,
    `Usage: rspp-contracts ${name} ${usage}`,
    `Options:\n${Object.entries(options).map(optionLines).join("\n")}`,
    ...notes.map(fitted),
    `Examples:\n${examples.map((example) => `  ${example}`).join("\n")}`,
  ];
  return `${parts.join("\n\n")}\n`;
}

function optionLines([name, { about, value, choices, short }]: [string, OptionSpecs[string]]): string {
  const dashes = short === undefined ? `--${name}` : `-${short}, --${name}`;
  const left = `  ${dashes}${value === undefined ? "" : ` <${value}>`}`;
  const text = choices === undefined ? about : `${about}: ${choices.join(", ")}`;
  const lines = wrapped(text, WIDTH - INDENT);
  const first = left.length < INDENT ? [left.padEnd(INDENT) + (lines.shift() ?? "")] : [left];
  return [...first, ...lines.map((line) => " ".repeat(INDENT) + line)].join("\n");
}

/** Lines that are too long are broken; indented ones are tables and stay as they are. */
function fitted(note: string): string {
  const lines = note.split("\n").flatMap((line) => (line.startsWith(" ") ? [line] : wrapped(line, WIDTH)));
  return lines.join("\n");
}

/** Text broken at spaces into lines of at most `width` characters. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= width)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
