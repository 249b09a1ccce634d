/** What a command is: a description and a function from options to an exit code. */
import type { CliIo } from "../cli-io.ts";
import type { ExitCode } from "../exit-code.ts";
import type { CommandHelp } from "../options/help-text.ts";
import type { ParsedOptions } from "../options/option-spec.ts";

/** A command of `rspp-contracts`. */
export interface Command extends CommandHelp {
  run(options: ParsedOptions, io: CliIo): Promise<ExitCode>;
}
