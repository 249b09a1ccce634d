/** The program without its process: from arguments to an exit code. */
import packageJson from "../../package.json" with { type: "json" };
import { nearest } from "../internal/edit-distance.ts";
import { quote } from "../internal/quote.ts";
import { printable } from "../internal/report-text/printable-text.ts";
import type { CliIo } from "./cli-io.ts";
import type { Command } from "./commands/command.ts";
import { conformanceCommand } from "./commands/conformance.ts";
import { gatesCommand } from "./commands/gates.ts";
import { loopbackCommand } from "./commands/loopback.ts";
import { newNodeCommand } from "./commands/new-node.ts";
import { releaseCommand } from "./commands/release.ts";
import { replayCommand } from "./commands/replay.ts";
import { schemasCommand } from "./commands/schemas.ts";
import { traceCommand } from "./commands/trace.ts";
import { validateCommand } from "./commands/validate.ts";
import { verifyCommand } from "./commands/verify.ts";
import { EXIT, EXIT_HELP, type ExitCode } from "./exit-code.ts";
import { commandHelp } from "./options/help-text.ts";
import { parseOptions } from "./options/parse-options.ts";
import { UsageError } from "./usage-error.ts";

const COMMANDS: readonly Command[] = [
  validateCommand,
  gatesCommand,
  traceCommand,
  conformanceCommand,
  replayCommand,
  verifyCommand,
  releaseCommand,
  schemasCommand,
  loopbackCommand,
  newNodeCommand,
];

/** Runs the program; never throws. */
export async function run(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  try {
    return await dispatch(argv, io);
  } catch (error) {
    if (error instanceof UsageError) {
      const text = error.hint === undefined ? error.message : `${error.message}\n${error.hint}`;
      io.stderr.write(`${printable(text, { keepLines: true })}\n`);
      return EXIT.usage;
    }
    io.stderr.write(faultText(error, io));
    return EXIT.fault;
  }
}

async function dispatch(argv: readonly string[], io: CliIo): Promise<ExitCode> {
  const [first, ...rest] = argv;
  if (first === undefined || first === "--help" || first === "-h") return print(io, overview(), first);
  if (first === "--version" || first === "-v") return print(io, `${packageJson.version}\n`, first);
  if (first === "help") {
    const [name] = rest;
    return print(io, name === undefined ? overview() : commandHelp(commandNamed(name)), first);
  }
  const command = commandNamed(first);
  const options = parseOptions(rest, command.options);
  if (options.has("help")) return print(io, commandHelp(command), "--help");
  return await command.run(options, io);
}

/** Help that was asked for is output; help in place of a missing command is a usage error. */
function print(io: CliIo, text: string, asked: string | undefined): ExitCode {
  (asked === undefined ? io.stderr : io.stdout).write(text);
  return asked === undefined ? EXIT.usage : EXIT.pass;
}

function commandNamed(name: string): Command {
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command !== undefined) return command;
  const near = nearest(
    name.replace(/^-+/, ""),
    COMMANDS.map((candidate) => candidate.name),
  );
  const known = COMMANDS.map((candidate) => candidate.name).join(", ");
  const hint = near === undefined ? "Run rspp-contracts --help" : `Did you mean ${near}?`;
  throw new UsageError(
    `Cannot run ${quote(name)}: expected one of ${known} but received an unknown command`,
    hint,
  );
}

function overview(): string {
  const width = Math.max(...COMMANDS.map(({ name }) => name.length));
  const commands = COMMANDS.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`);
  return `${packageJson.description}

Usage: rspp-contracts <command> [arguments] [options]

Commands:
${commands.join("\n")}

Options:
  -h, --help     Show this help; rspp-contracts <command> --help for a command
  -v, --version  Show the version

${EXIT_HELP}

Colours follow the terminal; NO_COLOR=1 and FORCE_COLOR=1 decide otherwise.
`;
}

/** A defect of ours: say so, and keep the stack for those who ask. */
function faultText(error: unknown, { env }: CliIo): string {
  const reason = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const stack = error instanceof Error && env["RSPP_DEBUG"] === "1" ? `${error.stack ?? ""}\n` : "";
  const help = stack === "" ? "Run it again with RSPP_DEBUG=1 for the place in the code. " : "";
  return `Internal fault of rspp-contracts ${packageJson.version}: ${reason}\n${stack}${help}Please report this with the command that you ran\n`;
}
