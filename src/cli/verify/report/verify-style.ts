/** What is particular to the page of a verification: gates as cards, reports as tables. */
export const VERIFY_STYLE = `
.gate { background: var(--surface); border: 1px solid var(--line); border-left: 4px solid var(--status); border-radius: 8px; padding: 10px 16px; margin: 0 0 10px; }
.gate h3 { display: flex; flex-wrap: wrap; align-items: center; gap: 4px 10px; font-size: 16px; }
.gate h3 .icon { color: var(--status); }
.facts { color: var(--muted); font-size: 13.5px; margin-top: 2px; }
.reasons { list-style: none; margin: 8px 0 0; font-size: 14px; }
.reasons li { padding: 6px 0; border-top: 1px solid var(--line); overflow-wrap: anywhere; }
.reasons code { color: var(--status); }
.scroll { overflow-x: auto; margin-top: 8px; }
table { border-collapse: collapse; width: 100%; font-size: 14px; }
th { text-align: left; color: var(--muted); font-weight: 600; padding: 4px 12px 4px 0; border-bottom: 1px solid var(--line); }
td { padding: 5px 12px 5px 0; border-bottom: 1px solid var(--faint); vertical-align: top; overflow-wrap: anywhere; }
td:nth-child(-n + 2) { overflow-wrap: normal; }
.hash td:last-child { overflow-wrap: anywhere; }
`;
