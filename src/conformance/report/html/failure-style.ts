/** Style of what stands below the matrix: failures with their timelines, and what did not apply. */
export const FAILURE_STYLE = `
h3 { font-size: 16.5px; font-weight: 650; margin: 26px 0 10px; overflow-wrap: anywhere; } h3 small { font-weight: 400; color: var(--muted); margin-left: 8px; }
.failure { background: var(--surface); border: 1px solid var(--line); border-left: 4px solid var(--status); border-radius: 8px; padding: 14px 18px 16px; margin-bottom: 12px; scroll-margin-top: 12px; overflow-wrap: anywhere; }
.failure:target, .checks li:target { outline: 2px solid var(--focus); outline-offset: 2px; }
h4 { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; margin: 0 0 6px; font-size: 15px; } h4 > * { min-width: 0; } h4 .icon { color: var(--status); } h4 .gate-id { text-decoration: none; } h4 .gate-id:hover { text-decoration: underline; }
.status-word { margin-left: auto; color: var(--status); font-size: 13.5px; }
.requirement { color: var(--muted); font-size: 13.5px; } .origin { margin-left: 6px; font-size: 12.5px; } .message { margin: 8px 0; font-weight: 600; }
.untold { color: var(--fail); font-weight: 600; margin-bottom: 10px; }
.baseline { font-size: 13.5px; margin: 4px 0; } .baseline span { color: var(--status); font-weight: 600; }
.compare { margin: 0 0 12px; font-size: 14px; } .compare div { display: flex; gap: 12px; } .compare dt { flex: none; width: 90px; color: var(--muted); } .compare dd { min-width: 0; }
.checks { list-style: none; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(330px, 100%), 1fr)); gap: 3px 22px; font-size: 13.5px; } .checks li { scroll-margin-top: 12px; border-radius: 3px; } .checks .gate-id { text-decoration: none; font-weight: 650; } .checks .gate-id:hover { text-decoration: underline; }
.failure .scroll { border-radius: 6px; } .timeline td, .timeline th { padding: 2px 12px; white-space: nowrap; border-bottom: 0; } .timeline thead th { border-bottom: 1px solid var(--line); font-size: 12.5px; color: var(--muted); }
.timeline tbody { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 12.5px; } .timeline .instant td { border-top: 1px solid var(--faint); } .timeline td:last-child { color: var(--muted); width: 99%; }
.timeline .world td, .timeline td.num { color: var(--muted); } .timeline tr.marked td { background: var(--fail-wash); color: var(--fail); font-weight: 600; } .mark { font-family: system-ui, sans-serif; font-size: 11px; border: 1px solid currentColor; border-radius: 4px; padding: 0 4px; margin-left: 6px; }
.num { text-align: right; } .replay { margin-top: 12px; font-size: 13.5px; } .replay span { color: var(--muted); margin-right: 6px; } .replay code { background: var(--faint); border-radius: 4px; padding: 2px 6px; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.back { font-size: 12.5px; margin-top: 8px; } .back a { color: var(--muted); }
summary { cursor: pointer; font-size: 14px; margin-bottom: 8px; } .reasons th { font-weight: 600; } .reasons td, .reasons th { overflow-wrap: anywhere; min-width: 140px; vertical-align: top; }
@media (max-width: 640px) { .failure { padding: 12px 12px 14px; } .status-word { margin-left: 0; width: 100%; } .compare div { display: block; margin-bottom: 5px; } .compare dt { font-size: 12.5px; } }
@media print { .failure, .timeline tr { break-inside: avoid; } h3, h4 { break-after: avoid; } .timeline td, .timeline th { padding: 1px 6px; } .timeline td:last-child { white-space: normal; overflow-wrap: anywhere; } .back { display: none; } }
`;
