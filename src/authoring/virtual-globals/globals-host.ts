/** What the virtual globals ask of the harness that a piece of code runs under. */

/** A timer that a node has set. */
export interface HostTimer {
  cancel(): void;
}

/** Time and chance for one node under test. Times in ms; fractions are allowed in what is returned, not needed. */
export interface GlobalsHost {
  /** Monotonic time since the session began. */
  now(): number;
  /** Time since the Unix epoch. */
  wall(): number;
  /** Calls back after `delay` ms (whole, >= 0) of virtual time, again and again if `repeats`. */
  schedule(delay: number, callback: () => void, options?: { readonly repeats?: boolean }): HostTimer;
  /** The node reaches for chance outside of its context, such as `Math.random`: a number from 0 up to 1 in its place. */
  chance(name: string): number;
  /** A promise of the node was rejected, and nobody looked at it. */
  stray?(reason: unknown): void;
  /** The node has begun something that may end at any later time, such as reading a file. Must do next to nothing. */
  beginsWork?(): void;
}

/** How much has happened that can make code run later; NaN where nobody knows. */
export interface ActivityCount {
  readonly count: number;
  /** Begins to count, until the globals are left; counting makes promises dearer, so not everybody wants it. */
  watch(): void;
}

/** The globals that can be made virtual for code that runs under a host, and stay real for everybody else. */
export interface VirtualGlobals {
  /** Whether this runtime can tell the code of a node from everybody else's. */
  readonly is_supported: boolean;
  /** Counted between `watch` and the last release of `enter`; absent where the runtime cannot tell. */
  readonly activity?: ActivityCount;
  /** Calls `fn`, and everything that comes of it (promises, timers, callbacks), under the host. */
  run<T>(host: GlobalsHost, fn: () => T): T;
  /** Puts the dispatchers in place until the release is called; may be nested. Outside of it nothing is patched. */
  enter(): () => void;
}
