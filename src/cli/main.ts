#!/usr/bin/env node
/** The executable: hands the process to the program and takes the exit code back. */
import { run } from "./run.ts";

/** A reader that went away, such as `head`, is no failure; the rest of the output has nowhere to go. */
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
  });
}

const io = {
  stdin: process.stdin,
  stdout: process.stdout,
  stderr: process.stderr,
  env: process.env,
  cwd: process.cwd(),
  isTTY: {
    stdin: process.stdin.isTTY === true,
    stdout: process.stdout.isTTY === true,
    stderr: process.stderr.isTTY === true,
  },
};

void run(process.argv.slice(2), io).then((code) => {
  process.exitCode = code;
});
