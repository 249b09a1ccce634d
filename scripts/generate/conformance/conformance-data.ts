/** Everything that is generated under `conformance/v1`: vectors, requirements and the lock of their ids. */
import { NODE_RULE_IDS } from "../../../src/authoring/rules/node-rules.ts";
import { scenarios } from "../../../src/conformance/generated/scenarios.ts";
import { ALL_PACKS } from "../../../src/conformance/packs/all-packs.ts";
import { RUNTIME_REQUIREMENTS } from "../../../src/conformance/requirements/runtime-requirements.ts";
import { contracts } from "../../../src/contracts/catalog.ts";
import type { Contract } from "../../../src/contracts/core/define-contract.ts";
import { contractVectors } from "./contract-vectors.ts";
import { evidenceVectors } from "./evidence-vectors.ts";
import type { IdsLock } from "./ids-lock.ts";
import { idsLockText, nextIdsLock } from "./ids-lock.ts";
import { planHashVectors } from "./plan-hash-vectors.ts";
import { allRequirements } from "./requirement-files.ts";
import { streamVectors } from "./stream-vectors.ts";
import type { DataFile, Vector } from "./vector.ts";
import { vectorFile } from "./vector.ts";
import { wireTextVectors } from "./wire-text-vectors.ts";

export { nodeRequirementFile, nodeRulesPage } from "./node-rule-files.ts";
export { requirementFiles } from "./requirement-files.ts";
export { runtimeRequirementFiles } from "./runtime-requirement-files.ts";

const all = Object.values(contracts).map((contract) => contract as unknown as Contract);

/** Every vector. */
export function allVectors(): Vector[] {
  return [
    ...all.flatMap(contractVectors),
    ...wireTextVectors(),
    ...streamVectors(),
    ...planHashVectors(),
    ...evidenceVectors(),
  ];
}

/** The vector files, their paths relative to `conformance/v1/vectors`. */
export function vectorFiles(): DataFile[] {
  const addresses = new Map(all.map(({ kind, address }) => [kind, address]));
  return allVectors().map((one) => vectorFile(addresses.get(one.kind) ?? "", one));
}

/** The lock file that follows on the locked ids; throws when an id was dropped or came back. */
export function idsLockFile(locked: string | undefined): DataFile {
  const lock = locked === undefined ? undefined : (JSON.parse(locked) as IdsLock);
  const current = {
    rules: allRequirements().map(({ id }) => id),
    vectors: allVectors().map(({ id }) => id),
    requirements: [
      ...RUNTIME_REQUIREMENTS.flatMap(({ requirements }) => requirements.map(({ id }) => id)),
      ...NODE_RULE_IDS,
    ],
    checks: [...ALL_PACKS.flatMap(({ checks }) => checks.map(({ id }) => id)), ...NODE_RULE_IDS],
    scenarios: scenarios.map(({ scenario_id }) => scenario_id),
  };
  return { path: "ids.lock.json", text: idsLockText(nextIdsLock(lock, current)) };
}
