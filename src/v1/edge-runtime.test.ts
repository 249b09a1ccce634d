/**
 * The dependency-free entries in a bare JavaScript realm: no Node globals, no `eval`, no `new Function`,
 * as in browsers with a strict content security policy and in edge workers.
 */
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createContext, runInContext } from "node:vm";
import { build } from "esbuild";
import { expect, test } from "vitest";

const DIST = fileURLToPath(new URL("../../dist/v1", import.meta.url));

async function bundled(entry: string): Promise<string> {
  const file = join(DIST, `${entry}.js`);
  if (!existsSync(file)) throw new Error(`Cannot bundle ${entry}: run npm run build first`);
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    logLevel: "error",
    write: false,
    format: "iife",
    globalName: "entry",
    platform: "browser",
  });
  return outputFiles[0]!.text;
}

/** A realm with the web standards that every such platform has, and nothing else. */
function bareRealm() {
  const globals = { TextEncoder, TextDecoder, structuredClone, setTimeout, clearTimeout };
  return createContext(globals, { codeGeneration: { strings: false, wasm: false } });
}

test("code generation is really off in the realm", () => {
  expect(() => runInContext('new Function("return 1")()', bareRealm())).toThrow(/Code generation/);
});

test.each([
  [
    "index",
    'entry.computePlanHash({ a: 1 }) + entry.nextTurnState("Opening", "turn_open")',
    /^[0-9a-f]{64}Active$/,
  ],
  [
    "validate",
    'entry.CONTRACT_KINDS.map((kind) => entry.validate(kind, {}).ok + kind + entry.validateText(kind, "{").ok).join()',
    /^(false\w+false,?)+$/,
  ],
  ["trace", "entry.checkTrace([]).not_evaluated.length", /^38$/],
  ["gates", "JSON.stringify(entry.evaluateMvpSloGates([]).passed)", /^false$/],
  ["evidence", "JSON.stringify(entry.readBaselineArtifact({}).ok)", /^false$/],
  [
    "conformance",
    'entry.runConformance(entry.referenceSubject(), { checks: ["CF-001", "MB-002"] }).then(({ passed }) => passed)',
    /^true$/,
  ],
])("/v1/%s works there", async (entry, expression, expected) => {
  const realm = bareRealm();
  runInContext(await bundled(entry), realm);
  expect(String(await runInContext(expression, realm))).toMatch(expected);
});
