/** The scenarios as a module, so that the kit has them where there is no disk. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SCENARIOS = fileURLToPath(new URL("../../conformance/v1/scenarios", import.meta.url));

/** One line a scenario, in the order of their ids. */
export function scenarioModule(): { readonly path: string; readonly text: string } {
  const lines = scenarioFiles().map(
    (file) => `  ${JSON.stringify(JSON.parse(readFileSync(file, "utf8")))},\n`,
  );
  const text =
    "// Generated from conformance/v1/scenarios by `npm run generate`. Do not edit.\n" +
    'import type { Scenario } from "../../contracts/conformance/scenario.ts";\n\n' +
    "/** Every scenario, in the order of their ids. */\n" +
    `export const scenarios: readonly Scenario[] = [\n${lines.join("")}];\n`;
  return { path: "scenarios.ts", text };
}

function scenarioFiles(): string[] {
  if (!existsSync(SCENARIOS)) return [];
  const names = readdirSync(SCENARIOS, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(SCENARIOS, name));
}
