import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "vitest";

import { type SpawnOptions, spawnSubject } from "./spawn-subject.ts";
import { instantsOf, spoken } from "./spoken.test-kit.ts";

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    // Where nobody collects orphans, the dead stay in the table.
    return !existsSync("/proc/self/stat") || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, "utf8"));
  } catch {
    return false;
  }
};

describe.concurrent("closing", () => {
  test("ends a process that goes by itself", async ({ expect }) => {
    const subject = spoken({
      apply: `({ id: request.id, op: "apply", events: [{ pid: process.pid }] })`,
      limits: { closeTimeoutMs: 5_000 },
    });
    const { outcomes } = await subject.run(instantsOf(1));
    await subject.close();
    await subject.close();
    expect(isAlive(outcomes[0]?.events[0]?.["pid"] as number)).toBe(false);
    expect(await subject.run(instantsOf(1))).toMatchObject({ fault: { code: "subject_not_started" } });
    expect(await subject.describe()).toMatchObject({ code: "subject_not_started" });
  });

  test("ends a process that will not go, with all that it has started", async ({ expect }) => {
    const subject = spoken({
      first: `
        for (const name of ["SIGTERM", "SIGINT"]) process.on(name, () => {});
        answers.bye = () => undefined;
        setInterval(() => {}, 1000);
        const stubborn = "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)";
        const child = require("node:child_process").spawn(process.execPath, ["-e", stubborn], { stdio: "inherit" });`,
      apply: `({ id: request.id, op: "apply", events: [{ pids: [process.pid, child.pid] }] })`,
    });
    const { outcomes } = await subject.run(instantsOf(1));
    const pids = outcomes[0]?.events[0]?.["pids"] as number[];
    expect(pids.map(isAlive)).toEqual([true, true]);
    await subject.close();
    await expect.poll(() => pids.map(isAlive)).toEqual([false, false]);
  });

  test("ends what a shell has started", async ({ expect }) => {
    const script = `require("node:readline").createInterface({ input: process.stdin }).on("line", (line) => {
      const { id } = JSON.parse(line);
      console.log(JSON.stringify({ id, op: "hello", protocol: "rspp.subject.v1", name: String(process.pid), version: "1", capabilities: [] }));
    }); setInterval(() => {}, 1000); process.on("SIGTERM", () => {});`;
    const options: SpawnOptions = {
      command: `"$RUNTIME" -e "$SCRIPT" && true`,
      env: { RUNTIME: process.execPath, SCRIPT: script },
      limits: { closeTimeoutMs: 100 },
    };
    const subject = spawnSubject(options);
    const described = await subject.describe();
    const pid = Number("name" in described && described.name);
    expect(isAlive(pid)).toBe(true);
    await subject.close();
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  test("is not needed when the kit itself is ended by a signal", async ({ expect }) => {
    const own = new URL("./spoken.test-kit.ts", import.meta.url).href;
    const code = `
      const { spoken, instantsOf } = await import(${JSON.stringify(own)});
      const subject = spoken({
        first: "setInterval(() => {}, 1000); process.stdin.on('end', () => {});",
        apply: '({ id: request.id, op: "apply", events: [{ pid: process.pid }] })',
      });
      const { outcomes } = await subject.run(instantsOf(1));
      console.log(outcomes[0].events[0].pid);
      setInterval(() => {}, 1000);`;
    const kit = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code]);
    const [told] = (await once(kit.stdout, "data")) as [Buffer];
    const pid = Number(told);
    expect(isAlive(pid)).toBe(true);
    kit.kill("SIGTERM");
    expect((await once(kit, "exit"))[1]).toBe("SIGTERM");
    await expect.poll(() => isAlive(pid)).toBe(false);
  });

  test("that was forgotten keeps nobody waiting", async ({ expect }) => {
    const own = new URL("./spoken.test-kit.ts", import.meta.url).href;
    const code = `
      const { spoken, instantsOf } = await import(${JSON.stringify(own)});
      const { outcomes } = await spoken().run(instantsOf(1));
      console.log(outcomes.length);`;
    const kit = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "-e", code]);
    expect((await once(kit, "exit"))[0]).toBe(0);
  });

  test("breaks off a run", async ({ expect }) => {
    const subject = spoken({ apply: "undefined" });
    await subject.describe();
    const running = subject.run(instantsOf(1));
    await new Promise((resolve) => setTimeout(resolve, 50));
    await subject.close();
    expect((await running).fault).toMatchObject({ code: "subject_not_started" });
  });
});
