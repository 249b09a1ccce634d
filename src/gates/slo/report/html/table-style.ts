/** Style of the turn table and its controls. */
export const TABLE_STYLE = `
.controls { display: flex; flex-wrap: wrap; align-items: center; gap: 8px 20px; margin-bottom: 10px; font-size: 14px; }
.controls[hidden] { display: none; }
.controls input[type=search] { font: inherit; color: inherit; background: var(--surface); border: 1px solid var(--muted); border-radius: 6px; padding: 4px 10px; width: 220px; max-width: 60vw; }
.controls output { color: var(--muted); }
.note { margin-bottom: 10px; max-width: 80ch; }
.scroll { overflow: auto; max-height: 640px; background: var(--surface); border: 1px solid var(--line); border-radius: 8px; }
table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: 13.5px; }
th, td { padding: 4px 12px; text-align: left; white-space: nowrap; border-bottom: 1px solid var(--faint); }
thead th { position: sticky; top: 0; z-index: 1; background: var(--surface); border-bottom: 1px solid var(--line); font-weight: 600; padding: 8px 12px; }
thead button { all: unset; cursor: pointer; font: inherit; } thead button:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; }
thead button::after { content: "\\2195"; color: var(--muted); margin-left: 5px; font-weight: 400; }
[aria-sort=ascending] button::after { content: "\\2191"; color: var(--ink); } [aria-sort=descending] button::after { content: "\\2193"; color: var(--ink); }
.unit { color: var(--muted); font-weight: 400; }
tbody th { font-weight: 400; font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .93em; border-left: 3px solid transparent; }
.num { text-align: right; } .none { color: var(--muted); }
td.num[style] { background: linear-gradient(to right, var(--mark-soft) var(--bar), transparent 0) no-repeat 4px center / calc(100% - 8px) calc(100% - 6px); }
td.over { color: var(--over-text); font-weight: 650; } td.over.num[style] { background-image: linear-gradient(to right, var(--over-soft) var(--bar), transparent 0); }
.found th { border-left-color: var(--over); font-weight: 600; }
.marks .gate-id { display: inline-block; border: 1px solid var(--over); border-radius: 4px; padding: 0 4px; margin-right: 4px; font-size: 11.5px; }
tbody tr:hover > * { background-color: var(--faint); }
tbody tr:target > * { background-color: var(--warn-wash); }
@media print { .scroll { max-height: none; overflow: visible; border: 0; } thead th { position: static; } th, td { padding: 2px 6px; } }
`;
