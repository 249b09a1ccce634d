/** Style of the timelines of the slowest turns. */
export const TIMELINE_STYLE = `
.timelines { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; padding: 14px 20px 10px; margin-top: 10px; }
.timelines .legend { display: flex; flex-wrap: wrap; gap: 4px 18px; list-style: none; color: var(--muted); font-size: 13px; margin-bottom: 8px; }
.timelines .legend li { display: flex; align-items: center; gap: 6px; } .timelines .legend .bar { position: static; width: 14px; height: 9px; }
.timeline { display: grid; grid-template-columns: 270px minmax(0, 1fr); gap: 2px 16px; align-items: center; padding: 7px 0; border-top: 1px solid var(--faint); }
.timeline-head { min-width: 0; overflow-wrap: anywhere; font-size: 13.5px; } .over-limit { color: var(--fail); font-weight: 600; white-space: nowrap; }
.timelines .lane { position: relative; height: 14px; background: var(--faint); border-radius: 3px; } .timelines .lane.thin { height: 6px; margin-top: 3px; background: none; }
.timelines .bar { position: absolute; top: 0; height: 100%; min-width: 2px; border-radius: 2px; display: block; }
.timelines .bar.decide { background: var(--warn); } .timelines .bar.wait { background: var(--over); } .timelines .bar.speak { background: var(--mark-soft); }
.timelines .bar.hear { background: var(--mark); } .timelines .bar.fence { background: var(--fail); }
.timelines .axis { position: relative; height: 20px; margin-left: 286px; border-top: 1px solid var(--line); color: var(--muted); font-size: 12px; }
.timelines .axis span { position: absolute; transform: translateX(-50%); white-space: nowrap; } .timelines .axis span:first-child { transform: none; } .timelines .axis span:last-child { transform: translateX(-80%); }
@media (max-width: 860px) { .timeline { grid-template-columns: minmax(0, 1fr); } .timelines .axis { margin-left: 0; } }
@media print { .timeline { break-inside: avoid; } }
`;
