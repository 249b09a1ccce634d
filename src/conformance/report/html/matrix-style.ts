/** Style of the matrix and of the failures below it. */
export const MATRIX_STYLE = `
.known { --status: var(--warn); --wash: var(--warn-wash); }
.page { max-width: 1280px; }
.controls { display: flex; gap: 20px; margin-bottom: 10px; font-size: 14px; } .controls[hidden] { display: none; }
.scroll { overflow: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; }
.matrix { max-height: 86vh; }
table { border-collapse: separate; border-spacing: 0; font-size: 13.5px; width: 100%; }
th, td { padding: 5px 12px; text-align: left; border-bottom: 1px solid var(--faint); }
thead th { position: sticky; top: 0; z-index: 2; background: var(--surface); border-bottom: 1px solid var(--line); font-weight: 600; vertical-align: bottom; }
thead th.fail { color: var(--fail); }
.matrix tbody th, .matrix thead th:first-child, .matrix tfoot th { position: sticky; left: 0; z-index: 1; background: var(--surface); }
.matrix thead th:first-child { z-index: 3; }
.matrix tbody th { font-weight: 400; min-width: 250px; } .matrix .gate-id { font-weight: 650; } .check-title { color: var(--muted); }
.level { font-size: 11.5px; border: 1px solid var(--line); border-radius: 4px; padding: 0 4px; color: var(--muted); }
.matrix td { color: var(--status); white-space: nowrap; } .matrix td .icon { vertical-align: -3px; margin-right: 6px; }
.matrix td.fail, .matrix td.could_not_run, .matrix td.known, .matrix td.warning { background: var(--wash); }
.matrix td.not_applicable { color: var(--muted); } .matrix td a { text-decoration: none; display: block; } .matrix td a:hover .word { text-decoration: underline; }
.dense th, .dense td { padding: 4px 3px; } .dense tbody th { padding-left: 12px; padding-right: 14px; } .dense thead th:first-child, .dense tfoot th { padding-left: 12px; }
.dense td { text-align: center; min-width: 26px; } .dense td .icon { margin: 0; } .dense .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.dense thead th:not(:first-child) { height: 170px; } .dense thead th:not(:first-child) span { writing-mode: vertical-rl; transform: rotate(180deg); max-height: 160px; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.matrix tfoot td { color: var(--muted); font-size: 12px; } .dense tfoot td { font-size: 10px; }
.matrix tbody tr:hover > * { background-color: var(--faint); } .only-care tr.calm { display: none; }
h3 { font-size: 16.5px; font-weight: 650; margin: 26px 0 10px; overflow-wrap: anywhere; } h3 small { font-weight: 400; color: var(--muted); margin-left: 8px; }
.failure { background: var(--surface); border: 1px solid var(--line); border-left: 4px solid var(--status); border-radius: 8px; padding: 14px 18px 16px; margin-bottom: 12px; scroll-margin-top: 12px; }
.failure:target { outline: 2px solid var(--focus); outline-offset: 2px; }
h4 { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 8px; margin: 0 0 6px; font-size: 15px; } h4 .icon { color: var(--status); } .status-word { margin-left: auto; color: var(--status); font-size: 13.5px; }
.requirement { color: var(--muted); font-size: 13.5px; } .origin { margin-left: 6px; font-size: 12.5px; } .message { margin: 8px 0; overflow-wrap: anywhere; } .baseline { color: var(--warn); font-size: 13.5px; overflow-wrap: anywhere; }
.compare { margin: 0 0 10px; font-size: 14px; } .compare div { display: flex; gap: 12px; } .compare dt { flex: none; width: 90px; color: var(--muted); } .compare dd { overflow-wrap: anywhere; }
.failure .scroll { border-radius: 6px; } .timeline td, .timeline th { padding: 2px 12px; white-space: nowrap; } .timeline tbody { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: 12.5px; }
.timeline .world { color: var(--muted); } .timeline .marked td { background: var(--fail-wash); color: var(--fail); font-weight: 600; } .mark { font-family: system-ui, sans-serif; font-size: 11px; border: 1px solid currentColor; border-radius: 4px; padding: 0 4px; margin-left: 6px; }
.num { text-align: right; } .replay { margin-top: 10px; font-size: 13.5px; overflow-wrap: anywhere; } .replay span { color: var(--muted); margin-right: 6px; } .replay code { background: var(--faint); border-radius: 4px; padding: 2px 6px; }
@media (max-width: 640px) { .matrix tbody th { min-width: 0; max-width: 46vw; } .matrix .check-title { display: block; font-size: 12px; } .status-word { margin-left: 0; width: 100%; } }
@media print { .matrix { max-height: none; overflow: visible; border: 0; } thead th, .matrix tbody th { position: static; } .failure { break-inside: avoid; } }
`;
