/** The scenarios as a module, so that the kit has them where there is no disk. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const SCENARIOS = fileURLToPath(new URL("../../conformance/v1/scenarios", import.meta.url));

/** Shorter values are written where they stand. */
const WORTH_SHARING = 40;

/** The module: what several scenarios have in common is written once. */
export function scenarioModule(): { readonly path: string; readonly text: string } {
  const all = scenarioFiles().map((file) => JSON.parse(readFileSync(file, "utf8")) as unknown);
  const names = sharedNames(all);
  const shared = [...names]
    .sort(([one], [other]) => one.length - other.length)
    .map(([text, name]) => `const ${name} = ${written(JSON.parse(text), { names, isTop: true })};\n`);
  const lines = all.map((scenario) => `  ${written(scenario, { names, isTop: false })},\n`);
  const text =
    "// Generated from conformance/v1/scenarios by `npm run generate`. Do not edit.\n" +
    'import type { Scenario } from "../../contracts/conformance/scenario.ts";\n\n' +
    `${shared.join("")}\n` +
    `const all = [\n${lines.join("")}];\n\n` +
    "/** Every scenario, in the order of their ids. */\n" +
    "export const scenarios = all as unknown as readonly Scenario[];\n";
  return { path: "scenarios.ts", text };
}

/** Names of the values that occur more than once, by their JSON text. */
function sharedNames(all: readonly unknown[]): Map<string, string> {
  const counts = new Map<string, number>();
  const count = (value: unknown) => {
    const text = JSON.stringify(value);
    if (text.length > WORTH_SHARING) {
      const known = counts.get(text) ?? 0;
      counts.set(text, known + 1);
      if (known > 0) return;
    }
    if (typeof value === "object" && value !== null) for (const inner of Object.values(value)) count(inner);
  };
  count(all);
  const texts = [...counts].filter(([, times]) => times > 1).map(([text]) => text);
  return new Map(texts.map((text, index) => [text, `shared${index + 1}`]));
}

function written(
  value: unknown,
  { names, isTop }: { readonly names: ReadonlyMap<string, string>; readonly isTop: boolean },
): string {
  const name = isTop ? undefined : names.get(JSON.stringify(value));
  if (name !== undefined) return name;
  const inner = (one: unknown) => written(one, { names, isTop: false });
  if (Array.isArray(value)) return `[${value.map(inner).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${inner(one)}`);
  return `{ ${members.join(", ")} }`;
}

function scenarioFiles(): string[] {
  if (!existsSync(SCENARIOS)) return [];
  const names = readdirSync(SCENARIOS, { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => join(SCENARIOS, name));
}
