/** Requirement files: every rule with its text, its source and the contracts that it holds for. */
import { stringify } from "yaml";

import { contracts } from "../../../src/contracts/catalog.ts";
import { WIRE_TEXT_REQUIREMENTS } from "../../../src/contracts/core/contract-rules.ts";
import type { Contract } from "../../../src/contracts/core/define-contract.ts";
import type { Requirement } from "../../../src/contracts/core/rule.ts";
import type { DataFile } from "./vector.ts";

/** File and title of each family of rules. */
const FAMILIES: Readonly<Record<string, readonly [file: string, title: string]>> = {
  CON: ["wire", "Wire format"],
  JSN: ["wire", "Wire format"],
  EVT: ["event", "Event envelope"],
  SIG: ["signal", "Control signals"],
  DEC: ["decision", "Decision outcomes"],
  TRN: ["transition", "Turn transitions"],
  PLN: ["plan", "Resolved turn plans"],
  EVD: ["evidence", "OR-02 evidence"],
  PRV: ["provider", "Provider evidence"],
  RPL: ["replay", "Replay"],
  ACC: ["access", "Replay access"],
  CAP: ["capability", "Adapter capabilities"],
  TOK: ["token", "Session tokens"],
  STM: ["stimulus", "Stimuli"],
  SUB: ["subject", "Messages between kit and subject"],
  SCN: ["scenario", "Conformance scenarios"],
  CRP: ["conformance-report", "Conformance reports"],
  CBL: ["conformance-baseline", "Conformance baselines"],
  NMF: ["node-manifest", "Node manifests"],
  NMS: ["node-message", "Messages between kit and node"],
  GPR: ["gate-profile", "Gate profiles"],
  VPL: ["verify-plan", "Verify plans"],
  ROL: ["rollout-config", "Rollout configurations"],
  RMF: ["release-manifest", "Release manifests"],
  EAR: ["evidence-artifact", "Evidence artifacts"],
  RCD: ["release-candidate", "Release candidates"],
  GRN: ["gate-run", "Gate runs"],
  GPM: ["gate-plugin-manifest", "Gate plugin manifests"],
  CTR: ["contracts-report", "Contracts reports"],
  VSP: ["version-skew-policy", "Version skew policies"],
  DPR: ["deprecation-policy", "Deprecation policies"],
  CPF: ["conformance-profile", "Conformance profiles"],
  CRS: ["conformance-results", "Conformance results"],
  CGR: ["conformance-governance-report", "Conformance governance reports"],
  DHL: ["deployment-health", "Deployment health"],
  LCR: ["live-provider-chain-report", "Live provider chain reports"],
  SGM: ["slo-gates-mvp-report", "MVP gates reports"],
  SGR: ["slo-gates-report", "SLO gates reports"],
  RGR: ["regression-report", "Regression reports"],
};

/** A requirement with the kinds that it holds for. */
interface RequirementRow extends Requirement {
  readonly contracts: readonly string[];
}

/** Every requirement of the contract, ordered by family and number. */
export function allRequirements(): RequirementRow[] {
  const all = Object.values(contracts).map((contract) => contract as unknown as Contract);
  const rows = new Map<string, RequirementRow>();
  const add = (requirement: Requirement, kinds: readonly string[]) => {
    const known = rows.get(requirement.id);
    if (known !== undefined && known.text !== requirement.text)
      throw new TypeError(
        `Cannot list ${requirement.id}: expected one text but received "${known.text}" and "${requirement.text}"`,
      );
    rows.set(requirement.id, { ...requirement, contracts: [...(known?.contracts ?? []), ...kinds] });
  };
  for (const requirement of WIRE_TEXT_REQUIREMENTS)
    add(
      requirement,
      all.map(({ kind }) => kind),
    );
  for (const { kind, requirements } of all) for (const requirement of requirements) add(requirement, [kind]);
  return [...rows.values()].sort((left, right) => (left.id < right.id ? -1 : 1));
}

/** The requirement files, their paths relative to `conformance/v1/requirements`. */
export function requirementFiles(): DataFile[] {
  const files = new Map<string, { title: string; rows: RequirementRow[] }>();
  for (const row of allRequirements()) {
    const [file, title] = FAMILIES[row.id.slice(0, 3)] ?? refuse(row.id);
    const known = files.get(file) ?? { title, rows: [] };
    known.rows.push(row);
    files.set(file, known);
  }
  return [...files].map(([file, { title, rows }]) => ({
    path: `${file}.yaml`,
    text: `# ${title}. Generated from the contracts by \`npm run generate\`. Do not edit.\n${stringify(
      {
        requirements: rows.map(({ id, level, text, source, scope, contracts: kinds }) => ({
          id,
          level,
          text,
          source,
          scope,
          contracts: kinds,
        })),
      },
      { lineWidth: 110 },
    )}`,
  }));
}

function refuse(id: string): never {
  throw new TypeError(
    `Cannot file ${id}: expected a family of ${Object.keys(FAMILIES).join(", ")} but received ${id.slice(0, 3)}`,
  );
}
