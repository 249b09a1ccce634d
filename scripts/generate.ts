/**
 * Writes every generated file, or with `--check` says which ones have drifted from their source.
 *
 * Usage: npm run generate [-- --check]
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

import { schemaFiles } from "../src/json-schema/manifest.ts";
import { emitValidators } from "../src/validators/compile/emit-validators.ts";
import { referencePages } from "./generate/reference-pages.ts";
import { scanModule } from "./generate/scan/scan-module.ts";
import { scenarioModule } from "./generate/scenario-module.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** A folder whose content is generated, completely unless it is shared with other files. */
interface GeneratedFolder {
  readonly folder: string;
  readonly isShared?: true;
  readonly files: readonly { readonly path: string; readonly text: string }[];
}

const check = process.argv.includes("--check");
const drifted: string[] = [];

write({ folder: "schemas/v1", files: schemaFiles() });
write({ folder: "src/validators/generated", files: emitValidators() });
write({ folder: "docs/contracts", files: referencePages() });
write({ folder: "src/conformance/generated", files: [scenarioModule()] });
write({ folder: "src/gates/slo/scan/generated", files: [await scanModule()] });

// Vectors are made by the compiled validators, packs of the scenarios: these are written before they are loaded.
const {
  idsLockFile,
  nodeRequirementFile,
  nodeRulesPage,
  requirementFiles,
  runtimeRequirementFiles,
  vectorFiles,
} = await import("./generate/conformance/conformance-data.ts");
const { checksPage } = await import("./generate/checks-page.ts");
const ids = idsLockFile(currentText("conformance/v1/ids.lock.json"));
write({ folder: "conformance/v1/vectors", files: vectorFiles() });
write({
  folder: "conformance/v1/requirements",
  files: [...requirementFiles(), ...runtimeRequirementFiles(), nodeRequirementFile()],
});
write({ folder: "conformance/v1", files: [ids], isShared: true });
write({ folder: "docs", files: [checksPage(), nodeRulesPage()], isShared: true });

if (drifted.length === 0) console.log("Generated files are up to date");
else if (check) {
  console.error(
    `Generated files differ from their source: expected no difference but received ${drifted.length}`,
  );
  for (const path of drifted) console.error(`  ${path}`);
  console.error("Run `npm run generate` and commit the result");
  process.exitCode = 1;
} else console.log(`Wrote ${drifted.length} generated files`);

function write({ folder, files, isShared }: GeneratedFolder): void {
  const wanted = new Map(files.map(({ path, text }) => [join(folder, path), text]));
  for (const [path, text] of wanted) update(path, text);
  if (isShared) return;
  for (const path of filesBelow(folder)) if (!wanted.has(path)) update(path, undefined);
}

function currentText(path: string): string | undefined {
  const file = join(ROOT, path);
  return existsSync(file) ? readFileSync(file, "utf8") : undefined;
}

function update(path: string, text: string | undefined): void {
  const file = join(ROOT, path);
  if (currentText(path) === text) return;
  drifted.push(path);
  if (check) return;
  if (text === undefined) rmSync(file);
  else {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
}

function filesBelow(folder: string): string[] {
  const absolute = join(ROOT, folder);
  if (!existsSync(absolute)) return [];
  return readdirSync(absolute).flatMap((name) => {
    const path = join(folder, name);
    return statSync(join(ROOT, path)).isDirectory() ? filesBelow(path) : [path];
  });
}
