/**
 * A store of evidence in a directory.
 *
 * Node is loaded when the first file is touched, so that this module can be part of a bundle for browsers.
 */
import type { EvidenceStore } from "./evidence-store.ts";
import { createStoredEvidence, type FileReading } from "./stored-evidence.ts";

/** A store in a directory, which is made when the first artifact is put. Several processes may write to it. */
export function createDiskEvidenceStore(directory: string): EvidenceStore {
  if (typeof directory !== "string" || directory === "") {
    throw new TypeError(`Cannot create a store of evidence: expected the path of a directory`);
  }
  const placeOf = (name: string) => `${directory.replace(/(?<=.)[/\\]+$/, "")}/${name}`;
  return createStoredEvidence({
    placeOf,
    read: (name) => readWhole(placeOf(name)),
    write: (name, bytes) => writeDurably(placeOf(name), bytes),
  });
}

async function readWhole(path: string): Promise<FileReading> {
  const { readFile } = await fileSystem();
  try {
    return new Uint8Array(await readFile(path));
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
    if (code === "ENOENT") return { problem: "missing", detail: "nothing at that path" };
    return { problem: "unreadable", detail: code === "EISDIR" ? "a directory" : code };
  }
}

/** Writes a file so that it is there whole or not at all, whatever happens in between. */
export async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const { mkdir, open, rename, rm } = await fileSystem();
  const [, folder = "."] = /^(.*)[/\\][^/\\]*$/s.exec(path) ?? [];
  await mkdir(folder === "" ? "/" : folder, { recursive: true });
  // A name of its own, so that two writers never share a temporary file.
  const temporary = `${path}.${globalThis.crypto.randomUUID()}.tmp`;
  try {
    const file = await open(temporary, "wx");
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(folder === "" ? "/" : folder);
}

/** Makes a rename last through a loss of power; some systems cannot do that for a directory. */
async function syncFolder(folder: string): Promise<void> {
  const { open } = await fileSystem();
  const handle = await open(folder, "r").catch(() => undefined);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}

/** Bundlers for browsers accept an import that may fail only inside of `try`. */
async function fileSystem(): Promise<typeof import("node:fs/promises")> {
  try {
    return await import("node:fs/promises");
  } catch (cause) {
    throw new Error(
      "Cannot use a store of evidence on disk: expected a runtime that has node:fs/promises but received none; use createMemoryEvidenceStore",
      { cause },
    );
  }
}
