/** The consumer behind the outputs of a node: takes what comes, pauses, goes on, or takes as much as it has granted. */

/** An output that waits to be taken. */
export interface Waiting {
  readonly type: string;
  readonly turn_id: string | undefined;
  /** Whose output it is. */
  readonly owner: object;
  /** Takes it: from now on it is on its way. */
  take(): void;
  /** Gives it up: it was fenced while it waited. */
  drop(): void;
}

/** The consumer of all output types of a node. */
export interface Consumer {
  /** Whether an output of the type would be taken at once. */
  isOpen(type: string): boolean;
  /** Uses up one credit of the type, where credit counts. */
  spend(type: string): void;
  /** Waits in line until the type is open. */
  wait(waiting: Waiting): void;
  pause(type?: string): void;
  resume(type?: string): void;
  grant(amount: number, type?: string): void;
  /** Gives up what waits and is not wanted any more, in order. */
  giveUp(unwanted: (waiting: Waiting) => boolean): void;
  /** What waits, in order. */
  readonly waiting: readonly Waiting[];
  /** Whether some type is not taken at present. */
  readonly isUnderPressure: boolean;
}

/** How a type stands. */
interface Flow {
  isPaused: boolean;
  /** Undefined as long as nobody has granted credit. */
  credit: number | undefined;
}

/** A consumer that takes everything. */
export function createConsumer(): Consumer {
  const flows = new Map<string, Flow>();
  const all: Flow = { isPaused: false, credit: undefined };
  let line: Waiting[] = [];

  const flowOf = (type: string): Flow => flows.get(type) ?? all;
  const ownFlow = (type: string | undefined): Flow => {
    if (type === undefined) return all;
    const flow = flows.get(type) ?? { ...all };
    flows.set(type, flow);
    return flow;
  };
  const isOpen = (type: string) => {
    const { isPaused, credit } = flowOf(type);
    return !isPaused && credit !== 0;
  };
  const spend = (type: string) => {
    const flow = flowOf(type);
    if (flow.credit !== undefined) flow.credit -= 1;
  };
  const takeWhatIsOpen = () => {
    const open = (waiting: Waiting) => isOpen(waiting.type);
    for (let at = line.findIndex(open); at >= 0; at = line.findIndex(open)) {
      const [next] = line.splice(at, 1);
      if (next === undefined) return;
      spend(next.type);
      next.take();
    }
  };
  const change = (type: string | undefined, edit: (flow: Flow) => void) => {
    // What is said of all types holds for those that were told something of their own, too.
    if (type === undefined) for (const flow of flows.values()) edit(flow);
    edit(ownFlow(type));
    takeWhatIsOpen();
  };
  return {
    isOpen,
    spend,
    wait: (waiting) => void line.push(waiting),
    pause: (type) =>
      change(type, (flow) => {
        flow.isPaused = true;
      }),
    resume: (type) =>
      change(type, (flow) => {
        flow.isPaused = false;
        flow.credit = undefined;
      }),
    grant: (amount, type) =>
      change(type, (flow) => {
        flow.credit = (flow.credit ?? 0) + amount;
      }),
    giveUp(unwanted) {
      const given = line.filter(unwanted);
      line = line.filter((waiting) => !unwanted(waiting));
      for (const waiting of given) waiting.drop();
    },
    get waiting() {
      return line;
    },
    get isUnderPressure() {
      return [all, ...flows.values()].some(({ isPaused, credit }) => isPaused || credit === 0);
    },
  };
}
