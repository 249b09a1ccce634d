/** `rspp-contracts validate`: artifacts in files, directories, NDJSON streams and standard input. */

import { nearest } from "../../internal/edit-distance.ts";
import { quote } from "../../internal/quote.ts";
import { CONTRACT_KINDS, type ContractKind } from "../../validators/validate.ts";
import type { CliIo } from "../cli-io.ts";
import { EXIT_HELP } from "../exit-code.ts";
import { findInputs, type InputFile } from "../input/find-inputs.ts";
import { fixturePlace, fixtureRoots } from "../input/fixture-layout.ts";
import { shownPath } from "../input/input-path.ts";
import { DEFAULT_MAX_BYTES } from "../input/read-input.ts";
import { kindOfName } from "../kinds/detect-kind.ts";
import { parseByteSize } from "../options/byte-size.ts";
import { COMMON_OPTIONS, type ParsedOptions } from "../options/option-spec.ts";
import { renderValidationGithub } from "../report/validation-github.ts";
import { renderValidationJson } from "../report/validation-json.ts";
import { renderValidationJunit } from "../report/validation-junit.ts";
import { renderValidationText } from "../report/validation-text.ts";
import { paletteFor } from "../terminal/colour-palette.ts";
import { createProgress } from "../terminal/progress.ts";
import { UsageError } from "../usage-error.ts";
import { checkFile } from "../validation/check-file.ts";
import { createOutcomeTally, type FileOutcome } from "../validation/file-outcome.ts";
import type { JudgeOptions } from "../validation/judge-text.ts";
import { exitCodeOf, summarize, type ValidationRun } from "../validation/validation-summary.ts";
import { chosenFormat } from "./chosen-format.ts";
import type { Command } from "./command.ts";

const FORMATS = ["text", "json", "junit", "github"] as const;

/** The command. */
export const validateCommand: Command = {
  name: "validate",
  summary: "Checks artifacts against their contracts",
  usage: "<file|dir|-> ... [options]",
  options: {
    kind: { value: "K", about: "Kind of every artifact; told from its fields unless given" },
    format: { value: "F", about: "How to report", choices: FORMATS },
    json: { about: "Same as --format json" },
    "unknown-fields": {
      value: "mode",
      about: "Whether unknown fields are refused (default, for producers) or kept (for consumers)",
      choices: ["reject", "allow"],
    },
    "no-warnings": { about: "Leave out broken SHOULD rules" },
    fixtures: { about: "Expect files in folders named invalid to be refused" },
    "no-fixtures": {
      about: "Treat all files alike, also where folders valid and invalid stand side by side",
    },
    "max-bytes": {
      value: "size",
      about: "Largest JSON document, such as 64MiB (default); NDJSON may have any size",
    },
    ...COMMON_OPTIONS,
  },
  notes: [
    "Inputs: .json files hold one artifact, or an array of artifacts unless --kind is given. .ndjson and .jsonl files hold one artifact a line. Other files and - (standard input) are NDJSON if their first line is a JSON value of its own. Directories are searched for these extensions.",
    `Kinds: ${CONTRACT_KINDS.join(", ")}`,
    "Fixtures: in a layout like <kind>/valid/*.json and <kind>/invalid/*.json the folder names the kind, and files in invalid fail when they are accepted. A directory that has both folders switches it on.",
    `${EXIT_HELP}\nInputs that cannot be read decide over violations; no artifact at all is inconclusive.`,
  ],
  examples: [
    "rspp-contracts validate event.json",
    "rspp-contracts validate recordings/ --format junit > report.xml",
    "cat events.ndjson | rspp-contracts validate - --kind event --json",
    "rspp-contracts validate contract-fixtures/ --format github",
  ],
  async run(options, io) {
    const format = chosenFormat(options, FORMATS, "text");
    const run = await checkAll(options, io);
    if (format === "json") io.stdout.write(renderValidationJson(run));
    else if (format === "junit") io.stdout.write(renderValidationJunit(run));
    else if (format === "github") io.stdout.write(renderValidationGithub(run));
    else io.stdout.write(renderValidationText(run, paletteFor(io)));
    return exitCodeOf(summarize(run));
  },
};

async function checkAll(options: ParsedOptions, io: CliIo): Promise<ValidationRun> {
  const kind = kindOption(options.value("kind"));
  if (options.has("fixtures") && options.has("no-fixtures")) {
    throw new UsageError("Cannot use --fixtures with --no-fixtures: expected one of them but received both");
  }
  const maxBytes = parseByteSize("--max-bytes", options.value("max-bytes") ?? String(DEFAULT_MAX_BYTES));
  const judge: JudgeOptions = {
    kind,
    unknownFields: options.value("unknown-fields") === "allow" ? "allow" : "reject",
    warnings: !options.has("no-warnings"),
    maxBytes,
  };
  const progress = createProgress(io);
  const { files, problems } = await findInputs(requiredPaths(options.positionals), io.cwd);
  const found = options.has("no-fixtures") ? new Set<string>() : fixtureRoots(files);
  const isFixture = ({ root }: InputFile) => options.has("fixtures") || found.has(root);

  const outcomes: FileOutcome[] = [];
  for (const file of files) {
    const place = isFixture(file) ? fixturePlace(file) : undefined;
    const itsKind = kind ?? place?.kind;
    const expectation = place?.expectation ?? "accept";
    outcomes.push(
      await checkFile(file, expectation, {
        judge: { ...judge, kind: itsKind },
        reading: { io, progress, maxBytes },
      }),
    );
  }
  progress.clear();
  for (const { path, error } of problems) {
    const { message, hint } = error;
    const unreadable = hint === undefined ? { message } : { message, hint };
    outcomes.push(createOutcomeTally(shownPath(path, io.cwd), "accept").outcome(unreadable));
  }
  return {
    files: outcomes,
    fixtureFolders: [...found].map((root) => shownPath(root, io.cwd)),
    fixtureReason: options.has("fixtures") ? "asked" : found.size > 0 ? "found" : "none",
  };
}

function requiredPaths(paths: readonly string[]): readonly string[] {
  if (paths.length === 0) {
    throw new UsageError(
      "Cannot validate: expected at least 1 file, directory or - but received none",
      "Run rspp-contracts validate --help",
    );
  }
  if (paths.filter((path) => path === "-").length > 1) {
    throw new UsageError("Cannot read standard input twice: expected - once but received it more often");
  }
  return paths;
}

function kindOption(name: string | undefined): ContractKind | undefined {
  if (name === undefined) return undefined;
  const kind = kindOfName(name, CONTRACT_KINDS);
  if (kind !== undefined) return kind;
  const near = nearest(name, CONTRACT_KINDS);
  throw new UsageError(
    `Cannot use --kind: expected a known kind but received ${quote(name)}`,
    near === undefined ? `Known kinds: ${CONTRACT_KINDS.join(", ")}` : `Did you mean ${near}?`,
  );
}
