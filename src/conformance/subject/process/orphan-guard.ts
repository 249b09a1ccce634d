/** Sees to it that no process outlives the kit, whatever ends the kit. */

const alive = new Set<() => void>();
const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Kills when this process ends; what is given back takes that back. `kill` has to be synchronous. */
export function killOnExit(kill: () => void): () => void {
  if (alive.size === 0) {
    process.on("exit", killAll);
    for (const signal of SIGNALS) process.on(signal, passOn);
  }
  alive.add(kill);
  return () => {
    if (!alive.delete(kill) || alive.size > 0) return;
    process.off("exit", killAll);
    for (const signal of SIGNALS) process.off(signal, passOn);
  };
}

function killAll(): void {
  for (const kill of alive) kill();
  alive.clear();
}

/** The signal does what it would have done without a listener, unless somebody else listens for it. */
function passOn(signal: NodeJS.Signals): void {
  killAll();
  process.off("exit", killAll);
  for (const name of SIGNALS) process.off(name, passOn);
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
