/** The page of all conformance checks: one table a pack, then requirements with the checks that serve them. */
import type { Check, Pack } from "../../src/conformance/check/check.ts";
import { ALL_PACKS } from "../../src/conformance/packs/all-packs.ts";
import { coverage } from "../../src/conformance/requirements/coverage.ts";
import {
  type RequirementGroup,
  RUNTIME_REQUIREMENTS,
} from "../../src/conformance/requirements/runtime-requirements.ts";
import { SUBJECT_CAPABILITIES } from "../../src/contracts/conformance/capability.ts";

const INTRO = `<!-- Generated from the packs and scenarios of the conformance kit by \`npm run generate\`. Do not edit. -->

# Conformance checks

Every check of the [conformance kit](conformance.md), and every requirement of a runtime with the checks that
serve it. Ids are public and never used again for something else.

- **Profiles**: \`quick\`, \`full\`, or *by name*: runs only when \`--check\` names it.
- **Parts**: what \`--category\` chooses, \`transport_adapter\`, \`provider_adapter\` or \`external_node_boundary\`.
- **Needs**: [capabilities](conformance.md#capabilities) without which the check does not apply. A scenario may need
  more, and is then left out for a subject that does not declare it.
- **Scenarios**: how many scripts with expectations the check has, as data in \`conformance/v1/scenarios\`. Checks
  without scenarios draw random scripts, or compare several runs.

## Packs
`;

/** The page, its path relative to `docs`. */
export function checksPage(): { readonly path: string; readonly text: string } {
  const tables = [...ALL_PACKS.map(packTable), REQUIREMENTS_INTRO, ...RUNTIME_REQUIREMENTS.map(groupTable)];
  return { path: "checks.md", text: [INTRO, ...tables].join("\n") };
}

function packTable({ name, title, checks }: Pack): string {
  const rows = checks.map((check) => {
    const { id, level, profiles, categories = [], text, requirements } = check;
    const runsIn = profiles.length === 0 ? "by name" : profiles.join(", ");
    const served = requirements.join(", ");
    const head = [id, level, runsIn, names(categories), cell(text), served];
    return row([...head, names(neededBy(check)), scriptsOf(check)]);
  });
  return `### ${title}

Pack \`${name}\`.

| Check | Level | Profiles | Parts | Requires | Requirements | Needs | Scenarios |
| --- | --- | --- | --- | --- | --- | --- | --- |
${rows.join("\n")}
`;
}

/** What the check needs whichever of its scenarios is run. */
function neededBy(check: Check): readonly string[] {
  const scenarios = "scenarios" in check ? check.scenarios : [];
  const inAll = SUBJECT_CAPABILITIES.filter(
    (capability) => scenarios.length > 0 && scenarios.every(({ needs }) => needs.includes(capability)),
  );
  return SUBJECT_CAPABILITIES.filter((one) => check.needs.includes(one) || inAll.includes(one));
}

function scriptsOf(check: Check): string {
  if ("scenarios" in check) return String(check.scenarios.length);
  return "schedule" in check ? "random scripts" : "several runs";
}

const REQUIREMENTS_INTRO = `## Requirements

Each requirement of a runtime, and the checks that serve it. *Every run* means that whatever check is run, each of
its runs is judged by this, too, as far as it gives occasion and the subject gives what it takes (plans, evidence).
Rules of single artifacts stand on the [contract pages](contracts/README.md).
`;

const covered = new Map(coverage(ALL_PACKS, () => true).requirements.map((one) => [one.requirement, one]));

function groupTable({ title, requirements }: RequirementGroup): string {
  const rows = requirements.map(({ id, level, text }) => {
    const { checks = [], everyRun = false } = covered.get(id) ?? {};
    return row([id, level, cell(text), [...checks, ...(everyRun ? ["*every run*"] : [])].join(", ")]);
  });
  return `### ${title}

| Requirement | Level | Text | Checks |
| --- | --- | --- | --- |
${rows.join("\n")}
`;
}

const row = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;

const names = (list: readonly string[]): string => list.map((name) => `\`${name}\``).join(", ");

const cell = (text: string): string =>
  text.replaceAll("|", "\\|").replaceAll("\n", " ").replaceAll("<", "&lt;");
