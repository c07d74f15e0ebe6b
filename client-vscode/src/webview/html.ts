/** The page of a webview. Pure, so that its policy can be tested. */
export interface WebviewPage {
  title: string;
  /** Where the webview may load from: `webview.cspSource`. */
  source: string;
  script: string;
  style: string;
  /** Fresh for every page. */
  nonce: string;
  /** The document's body; whatever comes from a guideline or an annotation file is escaped in it. */
  body: string;
  /** The body's data attributes, which the script keeps over a restart. */
  data?: Readonly<Record<string, string>> | undefined;
}

/**
 * Nothing is allowed but what is named: our own script (by nonce), our own style sheet, and images from the folders that the
 * panel was given. There is no network, no inline style and no inline script.
 */
export function webviewHtml(page: WebviewPage): string {
  const policy = [
    "default-src 'none'",
    `img-src ${page.source}`,
    `style-src ${page.source}`,
    `font-src ${page.source}`,
    `script-src 'nonce-${page.nonce}'`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");
  const data = Object.entries(page.data ?? {})
    .map(([name, value]) => ` data-${name}="${escape(value)}"`)
    .join("");
  return `<!DOCTYPE html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${escape(page.title)}</title>
    <link rel="stylesheet" href="${escape(page.style)}">
  </head>
  <body${data}>
    ${page.body}
    <script nonce="${page.nonce}" src="${escape(page.script)}"></script>
  </body>
</html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[sign] ?? sign);
}
