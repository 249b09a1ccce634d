/** Every requirement of a runtime: invariants, rows of the truth table, failure classes, cases and the protocol. */
import { invariants } from "../../trace/invariants.ts";
import { ALL_PACKS } from "../packs/all-packs.ts";
import { FAILURE_CLASSES } from "./failure-classes.ts";
import type { RuntimeRequirement } from "./runtime-requirement.ts";
import { TURN_CASES } from "./turn-cases.ts";

/** What every run is judged by, whatever the check. */
const PROTOCOL: readonly RuntimeRequirement[] = [
  {
    id: "SUBJECT-DETERMINISM",
    level: "MUST",
    text: "The same requests after the same reset give the same answers",
    source: "docs/subject-protocol.md",
  },
  {
    id: "SUBJECT-CLOCK",
    level: "MUST",
    text: "Events carry the time of the kit's clock",
    source: "docs/subject-protocol.md",
  },
  {
    id: "SUBJECT-CAPABILITIES",
    level: "MUST",
    text: "What a subject shows to be capable of is declared",
    source: "docs/subject-protocol.md",
  },
];

/** The requirements of one kind, as one file of `conformance/v1/requirements` lists them. */
export interface RequirementGroup {
  readonly name: string;
  readonly title: string;
  readonly requirements: readonly RuntimeRequirement[];
}

/** The requirements of runtimes. Cases that stand for themselves are requirements, too: their text is that of the check. */
export const RUNTIME_REQUIREMENTS: readonly RequirementGroup[] = [
  {
    name: "runtime-invariant",
    title: "Invariants of recorded event streams",
    requirements: invariants.map(({ id, text, source }) => ({ id, level: "MUST", text, source })),
  },
  { name: "runtime-turn", title: "Rows of the truth table of a turn", requirements: TURN_CASES },
  { name: "runtime-failure", title: "Failure classes", requirements: FAILURE_CLASSES },
  {
    name: "runtime-case",
    title: "Conformance cases",
    requirements: ALL_PACKS.flatMap(({ checks }) => checks)
      .filter(({ id, requirements }) => requirements.includes(id))
      .map(({ id, level, text, source }) => ({ id, level, text, source: source.replace(".md", "") })),
  },
  { name: "runtime-subject", title: "What every run is judged by", requirements: PROTOCOL },
];
