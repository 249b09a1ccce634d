/** `rspp-contracts new node`: a small working project for a node, with its tests. */
import packageJson from "../../../package.json" with { type: "json" };
import { nearest } from "../../internal/edit-distance.ts";
import { quote } from "../../internal/quote.ts";
import { EXIT } from "../exit-code.ts";
import { COMMON_OPTIONS, type ParsedOptions } from "../options/option-spec.ts";
import { LANGUAGES, type NewProject, RUNNERS } from "../scaffold/new-project.ts";
import { readNodeName } from "../scaffold/node-name.ts";
import { projectFiles } from "../scaffold/project-files.ts";
import { writeProject } from "../scaffold/write-project.ts";
import { paletteFor } from "../terminal/colour-palette.ts";
import { UsageError } from "../usage-error.ts";
import type { Command } from "./command.ts";

const EXAMPLE = "Run rspp-contracts new node my-vad";

/** The command. */
export const newNodeCommand: Command = {
  name: "new",
  summary: "Writes a small working project for a node, with its tests",
  usage: "node <name> [options]",
  options: {
    runner: { value: "R", about: "Test runner; vitest unless told", choices: RUNNERS },
    language: {
      value: "L",
      about: "Language; ts unless told, js with the runners jest and node",
      choices: LANGUAGES,
    },
    ...COMMON_OPTIONS,
  },
  notes: [
    "The node is a voice activity detector: audio in, start and end of speech out. Beside it are one test in the harness, where time is virtual, and one call of the conformance suite, which registers a test for each rule of the node contract. All pass as they are written.",
    "The project goes into a folder of that name, which must be empty or not be there: nothing is ever overwritten. A scope, as in @acme/my-vad, is part of the package's name and not of the folder's. TypeScript under the runner node needs Node 22.18 or later.",
    "Exit codes:\n  0   written\n  2   wrong usage, a name that cannot be used, or a folder that is not empty\n  70  internal fault",
  ],
  examples: [
    "rspp-contracts new node my-vad",
    "rspp-contracts new node my-vad --runner node",
    "rspp-contracts new node @acme/my-vad --runner jest",
  ],
  async run(options, io) {
    const project = readProject(options);
    const { node_id } = project.name;
    const files = projectFiles(project);
    await writeProject(files, { folder: node_id, cwd: io.cwd });
    const { pass, strong } = paletteFor(io);
    const written = Object.keys(files).map((path) => `  ${node_id}/${path}\n`);
    const next = [`cd ${node_id}`, "npm install", "npm test"].map((line) => `  ${strong(line)}\n`);
    const [node] = Object.keys(files);
    io.stdout.write(
      `${pass("Wrote")} ${project.name.package_name}, a voice activity detector to start from\n\n${written.join("")}\nNext:\n\n${next.join("")}\nThen change ${node_id}/${node}: its first lines say where to begin\n`,
    );
    return EXIT.pass;
  },
};

function readProject(options: ParsedOptions): NewProject {
  const [what, name, extra] = options.positionals;
  if (what === undefined)
    throw new UsageError("Cannot make something new: expected node and a name but received nothing", EXAMPLE);
  if (what !== "node") {
    const isTypo = nearest(what, ["node"]) !== undefined;
    const hint = isTypo ? "Did you mean node?" : EXAMPLE;
    throw new UsageError(`Cannot make a new ${quote(what)}: expected node but received ${quote(what)}`, hint);
  }
  if (name === undefined)
    throw new UsageError("Cannot make a new node: expected a name but received nothing", EXAMPLE);
  if (extra !== undefined)
    throw new UsageError(`Cannot use ${quote(extra)}: expected one name but received more`);
  const runner = chosen(options.value("runner"), RUNNERS) ?? "vitest";
  const language = chosen(options.value("language"), LANGUAGES) ?? (runner === "vitest" ? "ts" : "js");
  if (runner === "jest" && language === "ts")
    throw new UsageError(
      "Cannot use --language ts with --runner jest: expected js, as jest does not read TypeScript by itself",
      "Leave --language out, or use --runner vitest",
    );
  const { typescript, vitest } = packageJson.devDependencies;
  const versions = { contracts: packageJson.version, typescript, vitest };
  return { name: readNodeName(name), runner, language, versions };
}

/** The choice of that name; the options were checked when they were parsed. */
const chosen = <const C extends string>(name: string | undefined, choices: readonly C[]): C | undefined =>
  choices.find((choice) => choice === name);
