/**
 * The head of every HTML report. The policy keeps a page from making requests whatever text has got into it, so there
 * is one of them; a page that has no script of its own may not run any.
 */
import { html, type Markup } from "./markup.ts";
import { PAGE_STYLE } from "./page-style.ts";

/** What differs between pages. */
export interface PageHead {
  readonly title: string;
  /** Style of the page beside that of all reports. */
  readonly style: string;
  readonly hasScript?: boolean;
}

/** Everything from the doctype to the start of the body. */
export function pageHead({ title, style, hasScript = false }: PageHead): Markup {
  const script = hasScript ? " script-src 'unsafe-inline';" : "";
  const policy = `default-src 'none'; style-src 'unsafe-inline';${script} base-uri 'none'; form-action 'none'`;
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${{ markup: policy }}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="generator" content="rspp-contracts">
<title>${title}</title>
<style>${{ markup: PAGE_STYLE + style }}</style>
</head>`;
}
