/** Style of the pictures. */
export const PLOT_STYLE = `
.plot { display: block; overflow: visible; }
.plot text { font-size: 12px; fill: var(--muted); }
.axis { stroke: var(--muted); stroke-width: 1; } .axis.strip { stroke-dasharray: 2 3; } .tick { stroke: var(--muted); }
.beyond { fill: var(--over-wash); }
.dot { fill: var(--mark); stroke: var(--surface); stroke-width: .7; } .dot:hover, .bar:hover { fill: var(--ink); }
.bar { fill: var(--mark); stroke: var(--surface); stroke-width: 1; }
.dot.over, .bar.over { fill: var(--over); }
.plot text.flag, .plot .callout { paint-order: stroke; stroke: var(--surface); stroke-width: 4px; stroke-linejoin: round; }
line.flag { stroke: var(--ink); stroke-width: 1.2; } line.flag.limit { stroke-dasharray: 5 3; stroke-width: 1.5; }
line.flag.percentile { stroke: var(--mark); } line.flag.broken { stroke: var(--fail); stroke-width: 1.6; }
.plot text.flag { fill: var(--ink); } .plot text.flag.broken { fill: var(--fail); } .flag-figure { font-weight: 650; }
.leader { stroke: var(--muted); stroke-width: .8; opacity: .6; } .plot .callout { font-size: 11.5px; fill: var(--muted); }
.waffle { display: flex; flex-wrap: wrap; gap: 3px; padding: 4px 0; }
.waffle i { width: 10px; height: 10px; border-radius: 2px; background: var(--mark-soft); }
.waffle .bad { background: var(--over); outline: 2px solid var(--over); outline-offset: 0; border-radius: 0; transform: rotate(45deg) scale(.72); }
`;
