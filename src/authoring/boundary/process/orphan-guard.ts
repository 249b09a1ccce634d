/** Sees to it that no process outlives the one that started it. */

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const kills = new Set<() => void>();

/** Calls `kill`, which has to be synchronous, when this process ends; what is given back takes that back. */
export function guardAgainstOrphans(kill: () => void): () => void {
  if (kills.size === 0) watch("on");
  kills.add(kill);
  return () => {
    if (kills.delete(kill) && kills.size === 0) watch("off");
  };
}

function watch(how: "on" | "off"): void {
  process[how]("exit", killAll);
  for (const signal of SIGNALS) process[how](signal, onSignal);
}

function killAll(): void {
  for (const kill of kills) kill();
  kills.clear();
}

/** To listen to a signal keeps it from ending this process, so that has to be made up for. */
function onSignal(signal: NodeJS.Signals): void {
  killAll();
  watch("off");
  if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
}
