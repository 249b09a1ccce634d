/** The store of evidence on a real disk, and what it says of every kind of tampering. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it, onTestFinished } from "vitest";

import { canonicalJson } from "../../internal/canonical-json.ts";
import { sha256Hex } from "../../internal/sha256.ts";
import { createDiskEvidenceStore } from "./disk-evidence-store.ts";
import { createMemoryEvidenceStore } from "./memory-evidence-store.ts";

const evidence = (id: string, payload: string, generated_at_utc = "2026-02-16T23:00:00Z") => ({
  artifact_id: id,
  kind: "slo_gates_report",
  schema_version: "rspp.tooling.slo-gates-report.v1",
  generated_at_utc,
  payload,
});

async function diskWith(...artifacts: ReturnType<typeof evidence>[]) {
  const directory = mkdtempSync(join(tmpdir(), "rspp-evidence-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  const store = createDiskEvidenceStore(directory);
  const stored = [];
  for (const artifact of artifacts) stored.push(await store.put(artifact));
  return { directory, store, stored };
}

describe.each([
  ["memory", async () => createMemoryEvidenceStore()],
  ["disk", async () => (await diskWith()).store],
])("the store in %s", (_, create) => {
  it("gives back what was put, and the newest of one id", async () => {
    const store = await create();
    await store.put(evidence("a", "old"));
    const artifact = await store.put(evidence("a", "new"));
    const reading = await store.get("a");
    expect(reading).toMatchObject({ ok: true, artifact });
    expect(reading.ok && new TextDecoder().decode(reading.payload)).toBe("new");
  });

  it("refuses what is missing, foreign, stale or dated ahead, at the limit and one millisecond on", async () => {
    const store = await create();
    await store.put(evidence("a", "x"));
    const fresh = (now: string) => store.verifyFresh("a", 1000, { now, maxAheadMs: 500 });
    expect(await store.get("b")).toMatchObject({ ok: false, reason: "missing" });
    expect(await store.get("a", { kind: "gate_run" })).toMatchObject({ reason: "foreign" });
    expect(await store.get("a", { schema_version: "v2" })).toMatchObject({ reason: "foreign" });
    expect(await fresh("2026-02-16T23:00:01Z")).toMatchObject({ ok: true });
    expect(await fresh("2026-02-16T23:00:01.001Z")).toMatchObject({ reason: "stale" });
    expect(await fresh("2026-02-16T22:59:59.500Z")).toMatchObject({ ok: true });
    expect(await fresh("2026-02-16T22:59:59.499Z")).toMatchObject({ reason: "future_dated" });
  });

  it.each(["../a", "a/b", "a\\b", "..", ".", "", "a..b", "A", "/etc/passwd", "a\0", "x".repeat(121)])(
    "refuses the id %j",
    async (id) => {
      const store = await create();
      await expect(store.put(evidence(id, "x"))).rejects.toThrow(RangeError);
      expect(await store.get(id)).toMatchObject({ ok: false, reason: "invalid_id" });
    },
  );
});

describe("tampering on disk", () => {
  it("refuses one changed byte at every place of record and payload", async () => {
    const { directory, store, stored } = await diskWith(evidence("a", '{"passed":true}'));
    for (const name of ["a.json", stored[0]!.payload_ref]) {
      const path = join(directory, name);
      const whole = readFileSync(path);
      for (let index = 0; index < whole.length; index += 1) {
        for (const bit of [1, 0x20, 0x80]) {
          const changed = Buffer.from(whole);
          changed[index]! ^= bit;
          writeFileSync(path, changed);
          expect(await store.get("a"), `${name} ${index}`).toMatchObject({ ok: false, reason: "corrupt" });
        }
      }
      writeFileSync(path, whole);
    }
    expect(await store.get("a")).toMatchObject({ ok: true });
  });

  it("refuses every truncation as truncated", async () => {
    const { directory, store, stored } = await diskWith(evidence("a", '{"passed":true}'));
    for (const name of ["a.json", stored[0]!.payload_ref]) {
      const path = join(directory, name);
      const whole = readFileSync(path);
      for (let length = 0; length < whole.length; length += 1) {
        writeFileSync(path, whole.subarray(0, length));
        expect(await store.get("a"), `${name} ${length}`).toMatchObject({ ok: false, reason: "truncated" });
      }
      writeFileSync(path, whole);
    }
  });

  it("refuses any other bytes under its name", async () => {
    const { directory, store } = await diskWith(evidence("a", "x"));
    const whole = readFileSync(join(directory, "a.json"));
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        fc.pre(!whole.equals(bytes));
        writeFileSync(join(directory, "a.json"), bytes);
        expect(await store.get("a")).toMatchObject({ ok: false });
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("tells swapped, foreign, missing and unreadable files apart", async () => {
    const { directory, store, stored } = await diskWith(evidence("a", "one"), evidence("b", "two"));
    const [a, b] = stored.map(({ payload_ref }) => join(directory, payload_ref));
    cpSync(b!, a!);
    expect(await store.get("a")).toMatchObject({ reason: "swapped", path: a });
    rmSync(a!);
    expect(await store.get("a")).toMatchObject({ reason: "missing", path: a });
    mkdirSync(a!);
    expect(await store.get("a")).toMatchObject({ reason: "unreadable", path: a });
    const record = join(directory, "a.json");
    cpSync(join(directory, "b.json"), record);
    expect(await store.get("a")).toMatchObject({ reason: "swapped", path: record });
    writeFileSync(record, '{"passed":true}\n');
    expect(await store.get("a")).toMatchObject({ reason: "foreign", path: record });
    const later = { artifact: {}, payload_bytes: 1, schema_version: "rspp.evidence-record.v2" };
    writeFileSync(record, `${canonicalJson({ ...later, seal: sha256Hex(canonicalJson(later)) })}\n`);
    expect(await store.get("a")).toMatchObject({ reason: "foreign", path: record });
  });

  it("keeps one whole artifact when many writers put at once, and leaves no temporary file", async () => {
    const { directory, store } = await diskWith();
    const payloads = Array.from({ length: 24 }, (_, index) => `payload ${index}`);
    const stores = [store, createDiskEvidenceStore(directory)];
    await Promise.all(payloads.map((payload, index) => stores[index % 2]!.put(evidence("a", payload))));
    const reading = await store.get("a");
    expect(reading.ok && payloads.includes(new TextDecoder().decode(reading.payload))).toBe(true);
    expect(
      readdirSync(directory, { recursive: true }).filter((name) => String(name).endsWith(".tmp")),
    ).toEqual([]);
  });

  it("does not look at what a crash left behind", async () => {
    const { directory, store } = await diskWith(evidence("a", "x"));
    writeFileSync(join(directory, "a.json.1234.tmp"), "half of");
    expect(await store.get("a")).toMatchObject({ ok: true });
  });
});
