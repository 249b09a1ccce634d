/** Style of the segments and of the comparison with a baseline. */
export const PROFILE_STYLE = `
.findings { list-style: none; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
.findings li { display: flex; gap: 12px; padding: 9px 16px; overflow-wrap: anywhere; } .findings li + li { border-top: 1px solid var(--faint); }
.findings .word { flex: none; width: 92px; white-space: nowrap; font-weight: 650; color: var(--status); } .findings p { color: var(--muted); font-size: 14px; }
.in-segments { margin-top: 8px; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; } .in-segments .findings { padding: 0; border: 0; }
.matrix td, .matrix thead th { text-align: right; } .matrix th:first-child { text-align: left; }
.matrix td { color: var(--status); } .matrix td.pass { color: var(--ink); } .matrix td.fail { font-weight: 650; background: var(--wash); } .matrix td.inconclusive, .matrix td.warn { background: var(--wash); }
.matrix .mark { display: inline-block; width: 1.2em; text-align: center; }
.warn { --status: var(--warn); --wash: var(--warn-wash); } .off { --status: var(--muted); --wash: var(--faint); }
.forest td.plot-cell { width: 30%; min-width: 170px; padding: 0 12px; } .forest th:first-child { white-space: normal; }
.forest-track { position: relative; height: 22px; } .forest-track .band { position: absolute; top: 0; bottom: 0; background: var(--faint); }
.forest-track .zero { position: absolute; left: 50%; top: 0; bottom: 0; width: 1px; background: var(--muted); }
.forest-track .reach { position: absolute; top: 10px; height: 2px; background: var(--status); } .forest-track .dot { position: absolute; top: 6px; width: 10px; height: 10px; margin-left: -5px; border-radius: 50%; background: var(--status); }
.better, .same { --status: var(--pass); } .worse { --status: var(--fail); }
.forest .verdict-word { color: var(--status); font-weight: 600; }
`;
