/** The rules of nodes as a requirement file and as a page; each rule is a requirement and the check that proves it. */
import { stringify } from "yaml";

import {
  NODE_FAMILIES,
  NODE_RULE_IDS,
  NODE_RULES,
  type NodeFamily,
} from "../../../src/authoring/rules/node-rules.ts";
import type { DataFile } from "./vector.ts";

const SOURCE = "authoring section 3";

/** The requirement file, its path relative to `conformance/v1/requirements`. */
export function nodeRequirementFile(): DataFile {
  const rows = NODE_RULE_IDS.map((id) => {
    const { family, text } = NODE_RULES[id];
    return { id, level: "MUST", text, source: SOURCE, family, checks: [id] };
  });
  const head = "# Custom nodes. Generated from the rules of nodes by `npm run generate`. Do not edit.\n";
  return { path: "node.yaml", text: `${head}${stringify({ requirements: rows }, { lineWidth: 110 })}` };
}

const INTRO = `<!-- Generated from the rules of nodes by \`npm run generate\`. Do not edit. -->

# Rules of nodes

What every custom node keeps to, whatever it is for. The [harness](node-harness.md) watches over these rules in every
test, and the [suite](node-conformance.md) has one check for each, with the same id. Ids are public and never used
again for something else. All rules are MUST.
`;

/** The page, its path relative to `docs`. */
export function nodeRulesPage(): DataFile {
  return { path: "node-rules.md", text: [INTRO, ...NODE_FAMILIES.map(familyTable)].join("\n") };
}

function familyTable(family: NodeFamily): string {
  const ids = NODE_RULE_IDS.filter((id) => NODE_RULES[id].family === family);
  const rows = ids.map((id) => `| ${id} | ${NODE_RULES[id].title} | ${NODE_RULES[id].text} |`);
  return `## ${family.replaceAll("_", " ")}

| Rule | Title | What is required |
| --- | --- | --- |
${rows.join("\n")}
`;
}
