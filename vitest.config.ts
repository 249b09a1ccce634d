import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "examples/**/*.test.ts"],
    typecheck: { enabled: true, tsconfig: "./tsconfig.json", include: ["src/**/*.test-d.ts"] },
    testTimeout: 60_000,
  },
});
