/** Puts the virtual globals in place and keeps them there a little longer, as the next step mostly follows at once. */
import type { VirtualGlobals } from "../../virtual-globals/globals-host.ts";
import { hop } from "./settle.ts";

/**
 * A way to enter the globals. The release takes effect at the first turn of the event loop in which nobody has
 * entered again: putting the dispatchers in place costs more than a step of a test.
 */
export function createLingeringEntry(globals: VirtualGlobals): () => () => void {
  let leave: (() => void) | undefined;
  let entered = 0;
  let isUsed = false;
  let isLingering = false;
  const linger = async () => {
    isLingering = true;
    do {
      isUsed = false;
      await hop();
    } while (isUsed && entered === 0);
    isLingering = false;
    // Whoever is still in there lingers when they leave.
    if (entered > 0) return;
    leave?.();
    leave = undefined;
  };
  return () => {
    isUsed = true;
    entered += 1;
    leave ??= globals.enter();
    return () => {
      entered -= 1;
      if (entered === 0 && !isLingering) void linger();
    };
  };
}
