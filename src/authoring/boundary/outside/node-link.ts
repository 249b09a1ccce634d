/** A link to a node outside: lines there and lines back, whatever carries them. */
import type { Line } from "../../../validators/line-splitter.ts";
import type { OutcomeClass } from "../../node/node-definition.ts";

/** What is told of a link. Nothing is told after `onEnd`, which is called once. */
export interface LinkEvents {
  onLine(line: Pick<Line, "text" | "tooLong">): void;
  /** So many bytes came, whole lines or not. */
  onBytes(count: number): void;
  /** The other side is gone. */
  onEnd(end: LinkEnd): void;
}

/** How the other side ended. */
export interface LinkEnd {
  /** Such as `ended with exit code 3`. */
  readonly words: string;
  /** `infrastructure_failure` unless it ran out of something. */
  readonly outcome?: OutcomeClass;
}

/** What the other side has used since it was started. */
export interface LinkUsage {
  /** In ms. */
  readonly cpu_ms: number;
  /** The most memory at one time, in MiB; what the node says of itself counts where this is absent. */
  readonly memory_mb?: number;
}

/** A link to a node outside. Nothing throws, whether the other side is still there or not. */
export interface NodeLink {
  readonly boundary: "process" | "worker";
  send(line: string): void;
  /** What was used, where that can be measured. */
  usage(): LinkUsage | undefined;
  /** Ends the other side at once, with all that it has started. */
  kill(): void;
}

/** Starts the other side. Never rejects: what cannot be started ends at once. */
export type OpenLink = (events: LinkEvents) => Promise<NodeLink>;
