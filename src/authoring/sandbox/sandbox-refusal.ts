/** The errors of sandbox nodes: a module that must not run, and a module that failed as it ran. */
import type { OutcomeClass } from "../node/node-definition.ts";
import type { PackageFinding, PackageFindings } from "../packages/package-finding.ts";
import type { PackageReasonCode } from "../packages/package-reason.ts";

/** Thrown by `sandboxNode`: the module or its package is refused; tells everything that was found. */
export class SandboxRefusal extends TypeError {
  override readonly name = "SandboxRefusal";
  readonly reason_codes: readonly PackageReasonCode[];
  readonly findings: readonly PackageFinding[];

  constructor(node_id: string, { reason_codes, findings }: PackageFindings) {
    const [first] = findings;
    const found =
      first === undefined ? reason_codes.join(", ") : `${first.message} (${reason_codes.join(", ")})`;
    super(`Cannot run node "${node_id}" in a sandbox: expected a compliant module but received: ${found}`);
    this.reason_codes = reason_codes;
    this.findings = findings;
  }
}

/** Thrown by the hooks of a sandbox node: the module failed, ran out of something, or is dead. */
export class SandboxFailure extends Error {
  override readonly name = "SandboxFailure";
  readonly outcome: OutcomeClass;

  constructor(message: string, outcome: OutcomeClass) {
    super(message);
    this.outcome = outcome;
  }
}

/** What the module handed to the host is garbage: thrown across the module, which does not survive it. */
export class ModuleFault extends Error {
  override readonly name = "ModuleFault";

  constructor({ action, expected, received }: { action: string; expected: string; received: string }) {
    super(`Cannot ${action}: expected ${expected} but received ${received}`);
  }
}
