import { defineConfig } from "tsup";

export default defineConfig([
  {
    entry: {
      "v1/index": "src/v1/index.ts",
      "v1/schemas": "src/v1/schemas.ts",
      "v1/validate": "src/v1/validate.ts",
      "v1/gates": "src/v1/gates.ts",
      "v1/evidence": "src/v1/evidence.ts",
    },
    format: ["esm", "cjs"],
    target: "es2022",
    platform: "neutral",
    dts: true,
    splitting: true,
    treeshake: false,
    clean: true,
    outDir: "dist",
  },
]);
