/** What is particular to the replay page: fixture cards and timelines of two sides. */
export const REPLAY_STYLE = `
.fixture { background: var(--surface); border: 1px solid var(--line); border-left: 4px solid var(--status); border-radius: 8px; padding: 16px 18px; margin: 0 0 16px; }
.fixture h3 { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; font-size: 16px; overflow-wrap: anywhere; }
.fixture h3 .icon { color: var(--status); }
.facts { color: var(--muted); font-size: 13.5px; margin-top: 4px; }
.first { margin: 12px 0; padding: 10px 12px; background: var(--wash); border-radius: 6px; overflow-wrap: anywhere; }
.first strong { color: var(--status); }
.reasons { list-style: none; margin: 8px 0; font-size: 14px; }
.reasons li { padding: 6px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.kind { font-size: 12.5px; font-weight: 650; color: var(--fail); }
.scroll { overflow-x: auto; margin-top: 12px; }
.sides { border-collapse: collapse; width: 100%; min-width: 640px; font-size: 13.5px; table-layout: fixed; }
.sides th { text-align: left; color: var(--muted); font-weight: 600; padding: 4px 8px; border-bottom: 1px solid var(--line); }
.sides td { padding: 4px 8px; border-bottom: 1px solid var(--faint); vertical-align: top; overflow-wrap: anywhere; }
.sides .number { width: 52px; color: var(--muted); text-align: right; }
.sides .at { color: var(--muted); white-space: nowrap; margin-right: 8px; }
.sides tr.differs > td { background: var(--fail-wash); }
.sides tr.announced > td { background: var(--warn-wash); }
.sides tr.why td { padding-top: 0; border-bottom-color: var(--line); }
.sides tr.gap td { color: var(--muted); text-align: center; font-style: italic; }
.absent { color: var(--muted); font-style: italic; }
.announced .kind { color: var(--warn); }
summary { cursor: pointer; color: var(--muted); margin-top: 10px; }
@media (max-width: 600px) { .sides { min-width: 0; font-size: 12.5px; } .sides .number { width: 44px; } .sides th, .sides td { padding: 4px 5px; } .sides .at { display: block; } }
@media print { .fixture { break-inside: auto; } }
`;
