/** What every HTML report looks like: colours for light and dark, type, headline. Text has a contrast of 4.5 or more. */
export const PAGE_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #f6f6f4; --surface: #ffffff; --ink: #17191c; --muted: #5a6169; --line: #e1e2e0; --faint: #eeeeec;
  --pass: #0b7146; --pass-wash: #e4f4ec; --fail: #bf1f26; --fail-wash: #fdeceb; --warn: #825300; --warn-wash: #fbf0d9;
  --mark: #4a6fa5; --mark-soft: #d3deed; --over: #d4622a; --over-text: #9c3a0c; --over-soft: #f8ddcf; --over-wash: #d4622a14; --on-icon: #ffffff; --focus: #1f6feb;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #101214; --surface: #181b1e; --ink: #e9ebed; --muted: #a0a8b0; --line: #2d3237; --faint: #22262a;
    --pass: #57c790; --pass-wash: #13291f; --fail: #ff8078; --fail-wash: #371b1b; --warn: #e2b553; --warn-wash: #30270f;
    --mark: #86aee0; --mark-soft: #34465e; --over: #f0894f; --over-text: #ffab7c; --over-soft: #4d2c1a; --over-wash: #f0894f1f; --on-icon: #101214; --focus: #6cb0ff;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
  font-variant-numeric: tabular-nums;
}
.page { max-width: 1120px; margin: 0 auto; padding: 28px 24px 40px; }
code, .turn, .gate-id { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .9em; }
a { color: inherit; text-decoration-color: var(--muted); text-underline-offset: 3px; }
a:hover { text-decoration-color: currentColor; }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: -999px; top: 8px; padding: 8px 12px; background: var(--surface); }
.skip:focus { left: 8px; z-index: 2; }
h1, h2, h3, p, dl, dd, ul { margin: 0; padding: 0; }
h2 { font-size: 19px; font-weight: 650; letter-spacing: -.01em; margin: 40px 0 12px; scroll-margin-top: 12px; }
.count { font-weight: 500; font-size: .8em; color: var(--muted); background: var(--faint); border-radius: 99px; padding: 1px 8px; margin-left: 2px; }
.icon { width: 16px; height: 16px; flex: none; fill: currentColor; }
.icon path { fill: none; stroke: var(--on-icon); stroke-width: 1.8; stroke-linecap: round; stroke-linejoin: round; }
.pass { --status: var(--pass); --wash: var(--pass-wash); }
.fail { --status: var(--fail); --wash: var(--fail-wash); }
.inconclusive, .not_evaluated, .could_not_run, .warning { --status: var(--warn); --wash: var(--warn-wash); }
.not_observed, .not_applicable { --status: var(--muted); --wash: var(--faint); }

.eyebrow { display: flex; flex-wrap: wrap; gap: 2px 18px; color: var(--muted); font-size: 14px; overflow-wrap: anywhere; }
.eyebrow span:first-child { color: var(--ink); font-weight: 600; }
.headline { display: flex; align-items: center; gap: 18px; margin: 22px 0 20px; }
.headline .icon { width: 58px; height: 58px; color: var(--status); }
.headline .icon path { stroke-width: 1.5; }
h1 { font-size: 38px; line-height: 1.05; font-weight: 700; letter-spacing: -.025em; color: var(--status); }
.headline p { font-size: 17px; margin-top: 4px; }
.counts { display: flex; flex-wrap: wrap; gap: 8px 28px; margin-bottom: 20px; }
.counts div { display: flex; flex-direction: row-reverse; align-items: baseline; gap: 6px; }
.counts dt { color: var(--muted); } .counts dd { font-weight: 650; }
footer { margin-top: 40px; padding-top: 14px; border-top: 1px solid var(--line); color: var(--muted); font-size: 13px; } footer p { margin-bottom: 4px; max-width: 80ch; }

@media (max-width: 480px) {
  .page { padding: 18px 14px 32px; } h1 { font-size: 31px; } .headline { gap: 14px; margin: 18px 0 16px; } .headline .icon { width: 46px; height: 46px; }
  .counts { gap: 4px 18px; } .headline p { font-size: 15.5px; }
}
@media print {
  :root { --paper: #fff; --faint: #f1f1f1; color-scheme: light; }
  body { font-size: 12px; } .page { max-width: none; padding: 0; } .skip, .controls { display: none !important; }
  h2 { break-after: avoid; } details::details-content { content-visibility: visible; height: auto; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
