/** Style of the matrix: its heads stay in sight, only the table scrolls, many names stand upright. */
export const MATRIX_STYLE = `
.known { --status: var(--warn); --wash: var(--warn-wash); } .stale, .expired { --status: var(--fail); --wash: var(--fail-wash); }
.page { max-width: 1440px; } footer { overflow-wrap: anywhere; }
.controls { display: flex; gap: 20px; margin-bottom: 10px; font-size: 14px; } .controls[hidden] { display: none; }
.scroll { position: relative; overflow: auto; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: separate; border-spacing: 0; font-size: 13.5px; width: 100%; }
th, td { padding: 5px 12px; text-align: left; border-bottom: 1px solid var(--faint); }
thead th { position: sticky; top: 0; z-index: 2; background: var(--surface); border-bottom: 1px solid var(--line); font-weight: 600; vertical-align: bottom; }
.matrix { max-height: 86vh; } .matrix td a { scroll-margin: 64px 12px 44px 350px; }
.matrix thead th.fail { color: var(--fail); } .matrix thead small { font-weight: 400; font-size: .9em; color: var(--muted); } .matrix thead .icon { color: var(--status); }
.matrix thead div { display: flex; align-items: baseline; gap: 7px; } .matrix thead div .icon { align-self: center; } .matrix .name { overflow-wrap: anywhere; min-width: 90px; }
.matrix tbody th, .matrix thead th:first-child, .matrix tfoot th { position: sticky; left: 0; z-index: 1; background: var(--surface); border-right: 1px solid var(--line); }
.matrix thead th:first-child { z-index: 4; }
.matrix tbody th { font-weight: 400; } .matrix tbody th div { width: 320px; max-height: 2.9em; overflow: hidden; display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; line-height: 1.42; overflow-wrap: anywhere; }
.matrix .gate-id { font-weight: 650; } .check-title { color: var(--muted); }
.level { font-size: 11.5px; border: 1px solid var(--line); border-radius: 4px; padding: 0 4px; color: var(--muted); }
.matrix td { color: var(--status); white-space: nowrap; } .matrix td .icon { vertical-align: -3px; margin-right: 6px; }
.matrix td.fail, .matrix td.could_not_run, .matrix td.known, .matrix td.warning, .matrix td.stale, .matrix td.expired { background: var(--wash); }
.matrix td.not_applicable { color: var(--muted); } .matrix td.not_applicable .icon { opacity: .6; }
.matrix td a { text-decoration: none; display: block; margin: -5px -12px; padding: 5px 12px; } .matrix td a:hover .word { text-decoration: underline; } .matrix td a:focus-visible { outline-offset: -2px; }
.matrix td:has(a:target) { box-shadow: inset 0 0 0 2px var(--focus); }
.matrix tfoot th, .matrix tfoot td { position: sticky; bottom: 0; background: var(--surface); border-top: 1px solid var(--line); border-bottom: 0; color: var(--muted); font-size: 12px; font-weight: 400; } .matrix tfoot td { z-index: 1; } .matrix tfoot th { z-index: 3; }
.matrix tbody tr:hover > * { background-color: var(--faint); } .only-care tr.calm { display: none; }

.dense td a { scroll-margin-top: 276px; } .dense th, .dense td { padding: 4px 3px; } .dense tbody th, .dense thead th:first-child, .dense tfoot th { padding-left: 12px; padding-right: 12px; }
.dense td { text-align: center; min-width: 36px; } .dense td a { margin: -4px -3px; padding: 7px 3px; } .dense td .icon { margin: 0; } .dense .word { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.dense thead th:not(:first-child) { font-size: 12.5px; } .dense thead th:not(:first-child) div { flex-direction: column-reverse; align-items: center; height: 256px; width: 30px; margin: 0 auto; } .dense thead div .icon { align-self: center; }
.dense .name { min-width: 0; writing-mode: vertical-rl; transform: rotate(180deg); max-height: 234px; line-height: 1.25; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; } .dense .name small { display: block; font-size: 11px; }
.dense tfoot td { font-size: 11px; } .dense .of { display: block; color: var(--muted); font-size: 10px; line-height: 1; }

@media (max-width: 640px) {
  .matrix td a { scroll-margin-left: 150px; } .matrix tbody th div { width: 118px; font-size: 12.5px; } .matrix .check-title { display: block; font-size: 12px; }
  .dense td a { scroll-margin-top: 246px; } .dense thead th:not(:first-child) { font-size: 11.5px; } .dense thead th:not(:first-child) div { height: 226px; } .dense .name { max-height: 204px; } .dense .name small { font-size: 10px; }
}
@media print {
  .scroll, .matrix { max-height: none; overflow: visible; border: 0; } thead th, .matrix tbody th, .matrix thead th:first-child, .matrix tfoot th, .matrix tfoot td { position: static; }
  .matrix { font-size: 11px; } .matrix tbody tr { break-inside: avoid; } .dense { zoom: .62; } .matrix tbody th div { width: 230px; }
}
`;
