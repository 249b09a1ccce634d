/** No process outlives the one that started it, however that one ends. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";

import { bundleNodes } from "./bundled-node.test-kit.ts";

let program: string;

beforeAll(async () => {
  const find = await bundleNodes("specimens/careless-parent.test-kit.ts");
  program = fileURLToPath(find("specimens/careless-parent.test-kit.ts"));
});

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describe("a process and what it has started", () => {
  test.each(["return", "exit", "throw", "wait"])("end when their parent ends by %s", async (how) => {
    const parent = spawn(process.execPath, [program, how], { stdio: ["ignore", "pipe", "ignore"] });
    let told = "";
    parent.stdout.setEncoding("utf8");
    const ended = new Promise((resolve) => parent.on("close", resolve));
    await new Promise<void>((resolve) => {
      parent.stdout.on("data", (text: string) => {
        told += text;
        if (told.includes("\n")) resolve();
      });
      parent.on("close", () => resolve());
    });
    if (how === "wait") parent.kill("SIGTERM");
    await ended;
    const { child, grandchild } = JSON.parse(told) as { readonly [name: string]: number };
    for (const pid of [child, grandchild]) {
      expect(pid).toBeGreaterThan(0);
      while (isAlive(pid as number)) await new Promise((resolve) => setTimeout(resolve, 10));
    }
  });
});
