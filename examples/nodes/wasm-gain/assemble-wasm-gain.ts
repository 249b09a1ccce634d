/** Writes wasm-gain.wasm and its manifest anew: `npx tsx examples/nodes/wasm-gain/assemble-wasm-gain.ts`. */
import { readFileSync, writeFileSync } from "node:fs";

import { packageNode } from "../../../src/authoring/packages/package-node.ts";
import { assembleWat } from "../../../src/authoring/sandbox/wasm-module.test-kit.ts";

const fileOf = (name: string) => new URL(name, import.meta.url);

const module = assembleWat(readFileSync(fileOf("wasm-gain.wat"), "utf8"));
const packaged = packageNode(module, { runtime_profile: "wasm_wasi", host_modules: ["rspp:node/host"] });
if (!packaged.ok) throw new Error(packaged.findings[0]?.message);
writeFileSync(fileOf("wasm-gain.wasm"), module);
writeFileSync(fileOf("wasm-gain.manifest.json"), packaged.manifest_text);
