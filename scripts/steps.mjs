/** Runs the steps of a script one after the other, times them and stops at the first that fails. */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/** Root of the repository. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

/**
 * @typedef {object} Step
 * @property {string} title What the step does, as it stands in the log.
 * @property {string} command
 * @property {string[]} args
 * @property {Record<string, string>} [env] Added to the environment.
 */

/** @param {readonly Step[]} steps */
export function runSteps(steps) {
  for (const { title, command, args, env } of steps) {
    const started = performance.now();
    console.log(`\n> ${title}: ${command} ${args.join(" ")}`);
    const { status, error } = spawnSync(command, args, {
      cwd: ROOT,
      stdio: "inherit",
      env: { ...process.env, ...env },
      shell: process.platform === "win32",
    });
    if (error !== undefined) console.error(error.message);
    if (status !== 0) {
      console.error(`\nStopped at "${title}": expected exit code 0 but received ${status ?? "none"}`);
      process.exit(status ?? 1);
    }
    console.log(`  done in ${((performance.now() - started) / 1000).toFixed(1)} s`);
  }
}

/**
 * Installs what the lock file says. Not `npm ci`: that fails wherever a registry mirror lacks the optional
 * packages of other platforms, although none of them is needed.
 */
export const INSTALL = {
  title: "Install",
  command: "npm",
  args: ["install", "--no-save", "--no-audit", "--no-fund"],
};

/** Builds `dist`. */
export const BUILD = { title: "Build", command: "npx", args: ["tsup", "--silent"] };
