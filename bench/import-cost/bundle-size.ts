/** Size of a module as a bundler ships it. */
import { gzipSync } from "node:zlib";

import { build } from "esbuild";

import type { MeasuredModule } from "./entries.ts";

/** Bytes of a minified ESM bundle. */
export interface BundleSize {
  readonly minified: number;
  readonly gzipped: number;
}

/** Size of the module with everything that it loads, or without the packages that it depends on. */
export async function bundleSize(
  { file, only }: MeasuredModule,
  { external }: { readonly external: readonly string[] },
): Promise<BundleSize> {
  const names = only === undefined ? "*" : `{ ${only.join(", ")} }`;
  const result = await build({
    stdin: { contents: `export ${names} from ${JSON.stringify(file)};`, resolveDir: process.cwd() },
    bundle: true,
    minify: true,
    format: "esm",
    platform: "neutral",
    mainFields: ["module", "main"],
    conditions: ["import"],
    external: ["node:*", ...external],
    write: false,
    logLevel: "error",
  });
  const bytes = result.outputFiles[0]!.contents;
  return { minified: bytes.length, gzipped: gzipSync(bytes, { level: 9 }).length };
}
