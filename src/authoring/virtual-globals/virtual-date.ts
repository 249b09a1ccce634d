/** `Date` as nodes see it: the constructor without arguments and `Date.now` read the wall clock of the host. */
import type { AnyFunction, Dispatchers, VirtualFunction } from "./dispatcher.ts";
import type { HostContext } from "./host-context.ts";

/** `Date.now()`. */
export const virtualDateNow: VirtualFunction = (host) => Math.floor(host.wall());

/** Makes dispatchers of `Date`. A proxy, so that everything but the current time stays what it is. */
export function createDateDispatcher(context: HostContext, dispatchers: Dispatchers) {
  return (original: AnyFunction): AnyFunction => {
    const known = dispatchers.find(original);
    if (known !== undefined) return known;
    const proxy = new Proxy(original as unknown as DateConstructor, {
      apply(target, self, args) {
        const host = context.current();
        return host === undefined ? Reflect.apply(target, self, args) : new target(host.wall()).toString();
      },
      construct(target, args, newTarget) {
        const host = args.length === 0 ? context.current() : undefined;
        return Reflect.construct(target, host === undefined ? args : [host.wall()], newTarget);
      },
    });
    return dispatchers.note(proxy as unknown as AnyFunction, original);
  };
}
