/** The reference page of hostile inputs, written from the tables that the tests run. */

import type { HostileInput, HostileSection } from "./hostile-input.test-kit.ts";

/** A part of the reference page. */
export interface HostileChapter {
  readonly title: string;
  readonly intro: string;
  readonly sections: readonly HostileSection[];
}

const INTRO = `# Hostile input

What the validators do with input that was made to break them, or that a bug made as bad. For each row a
test runs every way in (\`validate\` or \`validateText\`, the guard and the assertion of the kind) and checks
that they agree, that nothing is thrown but the assertion's \`ContractError\`, that messages stay short and
printable, that no prototype was changed and that memory stays bounded.

Unless a row says otherwise the input is read as an \`event_record\` with unknown fields refused, and differs
from a valid one only in what the row names. The rule is that of the first diagnostic.

This page is written from the tables of \`src/validators/hostile-input/\`: after a change run
\`UPDATE_DOCS=1 npx vitest run src/validators/hostile-input.test.ts\`.
`;

/** The text of docs/hostile-input.md. */
export function hostileInputPage(chapters: readonly HostileChapter[]): string {
  return [INTRO, ...chapters.map(chapterText)].join("\n");
}

function chapterText({ title, intro, sections }: HostileChapter): string {
  const tables = sections.map(
    (section) =>
      `### ${section.title}\n\n| Input | Gets | Note |\n| --- | --- | --- |\n${section.inputs.map(rowText).join("")}`,
  );
  return `## ${title}\n\n${intro}\n\n${tables.join("\n")}`;
}

function rowText({ input, gets, because, kind, unknownFields }: HostileInput): string {
  const notes = [
    ...(kind === undefined ? [] : [`Read as \`${kind}\``]),
    ...(unknownFields === undefined ? [] : ['Read with `unknownFields: "allow"`']),
    ...(because === undefined ? [] : [because]),
  ];
  const cells = [input, gets === "accepted" ? "accepted" : `refused: ${gets}`, notes.join(". ")];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |\n`;
}
