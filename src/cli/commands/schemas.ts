/** `rspp-contracts schemas`: writes the published JSON Schemas, checks a copy of them, and compares versions. */
import { dirname, join } from "node:path";

import { quote } from "../../internal/quote.ts";
import type { CliIo } from "../cli-io.ts";
import { writeReports } from "../evidence/write-reports.ts";
import { EXIT, EXIT_HELP, type ExitCode } from "../exit-code.ts";
import { shownPath } from "../input/input-path.ts";
import { COMMON_OPTIONS, type ParsedOptions } from "../options/option-spec.ts";
import { parseSchemas, readSchemaTexts } from "../schemas/read-schemas.ts";
import {
  renderChangesGithub,
  renderChangesJson,
  renderChangesJunit,
  renderChangesMarkdown,
  renderChangesText,
} from "../schemas/render-changes.ts";
import { changesOf, driftOf, type SchemaChanges } from "../schemas/schema-changes.ts";
import { paletteFor } from "../terminal/colour-palette.ts";
import { UsageError } from "../usage-error.ts";
import { chosenFormat } from "./chosen-format.ts";
import type { Command } from "./command.ts";

const FORMATS = ["text", "json", "markdown", "junit", "github"] as const;
const PATHS = { emit: 1, check: 1, diff: 2 } as const;

/** The command. */
export const schemasCommand: Command = {
  name: "schemas",
  summary: "Writes, checks and compares the published JSON Schemas",
  usage: "emit <dir> | check <dir> | diff <before> <after> [options]",
  options: {
    format: { value: "F", about: "How to report", choices: FORMATS },
    json: { about: "Same as --format json" },
    ...COMMON_OPTIONS,
  },
  notes: [
    "emit writes every schema of this package and the manifest into a directory. check tells which files of a directory are not, to the byte, those of this package. diff compares two schemas or two directories of them, such as schemas/v1 of two versions of the package.",
    "A difference is compatible_for_consumers where all that was valid stays valid, compatible_for_producers where all that is valid now was valid before, additive where both hold, and breaking where neither is sure. Within a major version only the first and the third are allowed, and new optional fields of open objects.",
    `${EXIT_HELP}\nDrift and breaking changes are violations; additive changes pass.`,
  ],
  examples: [
    "rspp-contracts schemas emit schemas/",
    "rspp-contracts schemas check schemas/",
    "rspp-contracts schemas diff old/schemas/v1 new/schemas/v1 --format github",
  ],
  async run(options, io) {
    const format = chosenFormat(options, FORMATS, "text");
    const { verb, paths } = requestOf(options);
    if (verb === "emit") return emit(paths[0] as string, io);
    const changes = verb === "check" ? await check(paths[0] as string, io) : await diff(paths, io);
    const texts = {
      text: () => renderChangesText(changes, paletteFor(io)),
      json: () => renderChangesJson(changes),
      markdown: () => renderChangesMarkdown(changes),
      junit: () => renderChangesJunit(changes),
      github: () => renderChangesGithub(changes),
    };
    io.stdout.write(texts[format]());
    return changes.verdict === "none" || changes.verdict === "additive" ? EXIT.pass : EXIT.violations;
  },
};

function requestOf({ positionals }: ParsedOptions): { verb: keyof typeof PATHS; paths: readonly string[] } {
  const [verb, ...paths] = positionals;
  if (verb !== "emit" && verb !== "check" && verb !== "diff") {
    throw new UsageError(
      `Cannot use schemas: expected emit, check or diff but received ${verb === undefined ? "nothing" : quote(verb)}`,
      "Run rspp-contracts schemas --help",
    );
  }
  if (paths.length === PATHS[verb]) return { verb, paths };
  const wanted = verb === "diff" ? "2 files or directories" : "1 directory";
  throw new UsageError(`Cannot use schemas ${verb}: expected ${wanted} but received ${paths.length}`);
}

/** Loaded late: the schemas are made from definitions that other commands do without. */
async function publishedTexts(): Promise<Map<string, string>> {
  const { schemaFiles } = await import("../../json-schema/manifest.ts");
  return new Map(schemaFiles().map(({ path, text }) => [path, text]));
}

async function emit(directory: string, io: CliIo): Promise<ExitCode> {
  const published = await publishedTexts();
  const folders = new Set([...published.keys()].map((path) => dirname(path)));
  for (const folder of folders) {
    const inside = [...published].filter(([path]) => dirname(path) === folder);
    const texts = Object.fromEntries(
      inside.map(([path, text]) => [path.slice(path.lastIndexOf("/") + 1), text]),
    );
    await writeReports(texts, { directory: join(directory, folder), cwd: io.cwd });
  }
  io.stdout.write(`Wrote ${published.size} files to ${shownPath(directory, io.cwd)}\n`);
  return EXIT.pass;
}

async function check(directory: string, io: CliIo): Promise<SchemaChanges> {
  const found = await readSchemaTexts(directory, io.cwd);
  const name = shownPath(directory, io.cwd);
  return { command: "check", before: name, after: "this package", ...driftOf(found, await publishedTexts()) };
}

async function diff(paths: readonly string[], { cwd }: CliIo): Promise<SchemaChanges> {
  const [before = "", after = ""] = paths;
  const [left, right] = await Promise.all([before, after].map((path) => readSchemaTexts(path, cwd)));
  const old = parseSchemas(left ?? new Map(), { path: before, cwd });
  const young = parseSchemas(right ?? new Map(), { path: after, cwd });
  const names = { before: shownPath(before, cwd), after: shownPath(after, cwd) };
  return { command: "diff", ...names, ...changesOf(old, young) };
}
