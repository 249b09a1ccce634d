/** Merge lineage of a session: every merged record is a group of its own, and no item stands in two of them. */
import type { Finding } from "../check/finding.ts";
import type { Run } from "../check/run.ts";

/** The first merged record that has the group, or an item, of an earlier one. */
export function brokenLineage({ outcomes }: Run): Finding | undefined {
  const seen = new Set<string>();
  for (const [instant, { events }] of outcomes.entries()) {
    for (const [place, event] of events.entries()) {
      const { session_id, event_id, merge_group_id: group, merged_from_event_ids: from, signal } = event;
      if (signal !== undefined || !Array.isArray(from)) continue;
      const named = [`group "${group}"`, ...from.map((id) => `item "${id}"`)];
      const keys = named.map((name) => JSON.stringify([session_id, name]));
      const again = keys.findIndex((key) => seen.has(key));
      for (const key of keys) seen.add(key);
      if (again < 0) continue;
      return {
        code: "merge_lineage_reused",
        requirement: "INV-BUF-03",
        message: `Record "${event_id}" has the merge lineage of an earlier one`,
        expected: "a merge_group_id of its own, and items that no earlier record stands for",
        received: named[again] ?? "",
        likely_cause: "The ids of groups or items are made anew for each record, or are constant",
        at: { instant, event: place },
      };
    }
  }
  return undefined;
}
