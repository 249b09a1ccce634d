/** Stimuli of the control plane: leases, migrations, snapshots and quotas. */
import type { z } from "zod";

import { booleanField } from "../core/fields.ts";
import type { Immutable } from "./immutable.ts";
import { choiceField, epochField, inSession, stimulusObject } from "./stimulus-fields.ts";

/** Schema of `lease`. */
export const LeaseSchema = stimulusObject(
  {
    kind: "lease",
    about: "The control plane changes the lease. Capability authority",
    checks: [
      {
        rule: "STM-07",
        when: { at: "change", in: ["rotate", "issue"] },
        must: { has: "authority_epoch" },
        at: "authority_epoch",
        expected: "the new authority_epoch",
      },
    ],
  },
  {
    ...inSession,
    change: choiceField(["rotate", "revoke", "issue"], "What happens to the lease"),
    authority_epoch: epochField("The new epoch; with rotate and issue").optional(),
  },
);

/** The control plane changes the lease. Capability `authority`. */
export type Lease = Immutable<z.infer<typeof LeaseSchema>>;

/** Schema of `migrate`. */
export const MigrateSchema = stimulusObject(
  {
    kind: "migrate",
    about: "The session moves to another placement under a new epoch. Capability migration",
  },
  { ...inSession, authority_epoch: epochField("The new epoch") },
);

/** The session moves to another placement under a new epoch. Capability `migration`. */
export type Migrate = Immutable<z.infer<typeof MigrateSchema>>;

const SNAPSHOT_STATES = ["fresh", "stale", "missing", "partial", "incompatible"] as const;

/** Schema of `snapshot`. */
export const SnapshotSchema = stimulusObject(
  { kind: "snapshot", about: "The turn-start snapshots are in a state. Capability admission" },
  {
    ...inSession,
    state: choiceField(SNAPSHOT_STATES, "State of the snapshots; all but fresh refuse proposals"),
    source: choiceField(["file", "env", "http"], "Where the snapshots are read from; makes no difference"),
    on_failure: choiceField(["defer", "reject"], "What is said to proposals that are refused"),
  },
);

/** The turn-start snapshots are in a state. Capability `admission`. */
export type Snapshot = Immutable<z.infer<typeof SnapshotSchema>>;

const QUOTA_POINTS = ["session", "edge_enqueue", "edge_dequeue", "node_dispatch"] as const;

/** Schema of `quota`. */
export const QuotaSchema = stimulusObject(
  { kind: "quota", about: "A quota is used up, or free again. Capability admission" },
  {
    ...inSession,
    at: choiceField(QUOTA_POINTS, "The session's admission, or the scheduling point, that the quota guards"),
    exhausted: booleanField({ rule: "STM-04", about: "Whether the quota is used up" }),
    outcome: choiceField(
      ["reject", "defer"],
      "What the policy says to a proposal when the session quota is used up; reject unless told",
    ).optional(),
  },
);

/** A quota is used up, or free again. Capability `admission`. */
export type Quota = Immutable<z.infer<typeof QuotaSchema>>;
