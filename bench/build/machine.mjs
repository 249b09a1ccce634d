/** The machine in one line, for the results. */
import { cpus, totalmem } from "node:os";

/** Engine, processor and memory. */
export function describeMachine() {
  const [first] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  return [
    `Node ${process.versions.node} (V8 ${process.versions.v8})`,
    `${process.platform} ${process.arch}`,
    `${cpus().length} x ${first?.model.trim() ?? "unknown processor"}`,
    `${memory} GiB`,
  ].join(", ");
}
