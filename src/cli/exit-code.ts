/**
 * Exit codes. They tell a pipeline what to do next, so each says one thing only:
 * mend the artifact (1), mend the call (2), get more evidence (3), report a bug (70).
 */
export const EXIT = {
  /** Everything that was checked holds. */
  pass: 0,
  /** Something was checked and does not hold. */
  violations: 1,
  /** The call is wrong, or an input could not be read; nothing can be said about it. */
  usage: 2,
  /** The inputs were read but hold too little to judge. */
  inconclusive: 3,
  /** A defect of this program. */
  fault: 70,
} as const;

/** One of the exit codes. */
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** The rules as they stand in the help of every command. */
export const EXIT_HELP = `Exit codes:
  0   pass
  1   violations found
  2   wrong usage, or an input that cannot be read
  3   inconclusive: not enough evidence to judge
  70  internal fault`;
