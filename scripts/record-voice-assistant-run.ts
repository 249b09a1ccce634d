/**
 * Writes the recorded runs of `examples/voice-assistant-run`, always the same bytes.
 *
 *     npx tsx scripts/record-voice-assistant-run.ts
 */
import { mkdirSync, writeFileSync } from "node:fs";

import { recordedFiles } from "./voice-assistant-run/record-run.ts";

const FOLDER = new URL("../examples/voice-assistant-run/", import.meta.url);

mkdirSync(FOLDER, { recursive: true });
for (const [name, text] of Object.entries(recordedFiles())) {
  writeFileSync(new URL(name, FOLDER), text);
  console.log(`${name}: ${text.length} characters`);
}
