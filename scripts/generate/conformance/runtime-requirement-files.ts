/** Requirement files of runtimes: each requirement with its level, text, source, and the checks that prove it. */
import { stringify } from "yaml";

import { ALL_PACKS } from "../../../src/conformance/packs/all-packs.ts";
import { coverage } from "../../../src/conformance/requirements/coverage.ts";
import { RUNTIME_REQUIREMENTS } from "../../../src/conformance/requirements/runtime-requirements.ts";
import type { DataFile } from "./vector.ts";

/** The files, their paths relative to `conformance/v1/requirements`. */
export function runtimeRequirementFiles(): DataFile[] {
  const covered = new Map(
    coverage(ALL_PACKS, () => true).requirements.map((one) => [one.requirement, one] as const),
  );
  return RUNTIME_REQUIREMENTS.map(({ name, title, requirements }) => {
    const rows = requirements.map(({ id, level, text, source }) => {
      const { checks = [], everyRun = false } = covered.get(id) ?? {};
      return { id, level, text, source, checks, every_run: everyRun };
    });
    const head = `# ${title}. Generated from the kit by \`npm run generate\`. Do not edit.\n`;
    return { path: `${name}.yaml`, text: `${head}${stringify({ requirements: rows }, { lineWidth: 110 })}` };
  });
}
