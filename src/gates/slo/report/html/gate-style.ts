/** Style of the gates: tiles, cards, violations. */
export const GATE_STYLE = `
.tiles { display: grid; grid-template-columns: repeat(7, 1fr); gap: 8px; }
.tile { display: flex; flex-direction: column; padding: 10px 12px 12px; min-width: 0; border: 1px solid var(--line); border-top: 3px solid var(--status); border-radius: 8px; background: var(--surface); text-decoration: none; }
.tile:hover { background: var(--wash); }
.tile-head { display: flex; align-items: center; gap: 6px; color: var(--status); font-weight: 650; }
.tile-title { color: var(--muted); font-size: 13px; margin: 2px 0 6px; white-space: nowrap; }
.tile-figure { font-weight: 650; font-size: 16px; white-space: nowrap; }
.tile-figure.broken { color: var(--fail); }
.tile-name, .tile-limit { font-weight: 400; font-size: 13px; color: var(--muted); }
.meter { position: relative; display: block; height: 4px; margin: 4px 0 6px; background: var(--faint); }
.meter::after { content: ""; position: absolute; left: 75%; top: -3px; width: 2px; height: 10px; background: var(--ink); }
.meter span { display: block; height: 100%; background: var(--pass); } .meter.broken span { background: var(--fail); }

.gate { display: grid; grid-template-columns: 270px minmax(0, 1fr); background: var(--surface); border: 1px solid var(--line); border-left: 4px solid var(--status); border-radius: 8px; margin-bottom: 12px; scroll-margin-top: 12px; }
.trio { display: grid; grid-template-columns: repeat(3, minmax(0, 1fr)); gap: 12px; margin-bottom: 12px; }
.trio .gate { display: block; margin: 0; } .trio .facts { padding: 16px 18px 0; } .trio .picture { padding: 12px 18px 16px; }
.facts { padding: 18px 8px 18px 20px; } .picture { padding: 16px 22px 16px 14px; min-width: 0; }
.status { display: flex; align-items: center; gap: 7px; color: var(--status); font-weight: 650; font-size: 14px; }
.source { margin-left: auto; color: var(--muted); font-weight: 400; font-size: 12.5px; }
h3 { font-size: 16.5px; line-height: 1.3; font-weight: 650; margin: 8px 0 12px; }
h3 .gate-id { color: var(--muted); font-weight: 500; margin-right: 2px; }
.figures { display: flex; flex-wrap: wrap; gap: 10px 24px; }
.figures dt { color: var(--muted); font-size: 13px; }
.observed { font-size: 25px; line-height: 1.2; font-weight: 680; letter-spacing: -.02em; white-space: nowrap; }
.broken .observed { color: var(--fail); }
.limit { color: var(--muted); font-size: 13px; }
.covered { margin-top: 10px; color: var(--muted); font-size: 13px; }
.caption, .note { color: var(--muted); font-size: 13px; } .caption { margin-top: 8px; }
.caption strong { color: var(--fail); font-weight: 600; }
.empty { display: grid; place-content: center; min-height: 110px; height: 100%; color: var(--muted); text-align: center; border: 1px dashed var(--line); border-radius: 6px; }
.worst { display: flex; gap: 12px; margin-top: 10px; font-size: 13px; color: var(--muted); }
.worst ul { display: flex; flex-wrap: wrap; gap: 2px 16px; list-style: none; min-width: 0; }
.worst li { overflow-wrap: anywhere; color: var(--ink); } .ms { color: var(--muted); white-space: nowrap; }

.groups { background: var(--surface); border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
.group + .group { border-top: 1px solid var(--faint); }
div.group { display: flex; padding: 10px 16px; } .group strong { font-weight: 600; } .group strong { display: inline-block; } .group strong::first-letter { text-transform: uppercase; }
.group .gate-id { flex: none; display: inline-block; width: 38px; font-weight: 700; color: var(--fail); }
.group p { color: var(--muted); font-size: 14px; overflow-wrap: anywhere; }
summary { display: flex; align-items: baseline; padding: 10px 16px; cursor: pointer; list-style: none; } summary::-webkit-details-marker { display: none; }
summary .count { flex: none; margin-left: 8px; } summary .count::after { content: " \\25B8"; } details[open] > summary .count { flex: none; margin-left: 8px; } summary .count::after { content: " \\25BE"; }
details ul { padding: 0 20px 12px 72px; color: var(--muted); font-size: 14px; } details li { margin: 3px 0; overflow-wrap: anywhere; }
details ul ul { padding: 0 0 4px 18px; } li .turn { color: var(--ink); }

@media (max-width: 860px) {
  .tiles { grid-template-columns: repeat(auto-fill, minmax(128px, 1fr)); }
  .trio { grid-template-columns: minmax(0, 1fr); }
  .gate { grid-template-columns: minmax(0, 1fr); } .facts { padding: 16px 16px 0; } .picture { padding: 12px 16px 16px; }
}
@media (max-width: 480px) {
  .worst { flex-direction: column; gap: 2px; }
}
@media print { .gate, .tile, tr { break-inside: avoid; } }
`;
