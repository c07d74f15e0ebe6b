import MarkdownIt from "markdown-it";
import type { HandbookPage } from "./declaration";

/** How a file of the workspace is loaded by the page; undefined where it may not be. */
export type LoadAs = (fileUri: string) => string | undefined;

/**
 * A handbook page as the body of a webview. Text of a guideline is never markup: raw HTML is off, images come from files alone,
 * and links lead to the web or to a file, never to a command.
 */
export function handbookBody(page: HandbookPage, loadAs: LoadAs): string {
  const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false });
  markdown.validateLink = (url) => /^(https?|file):/i.test(url) || !/^[a-z][a-z0-9+.-]*:/i.test(url);
  const escape = markdown.utils.escapeHtml;
  markdown.renderer.rules["image"] = (tokens, index) => {
    const token = tokens[index]!;
    // Hovers write the width of a picture behind a bar.
    const source = loadAs(String(token.attrGet("src") ?? "").replace(/(\||%7C)width=\d+$/, ""));
    const caption = escape(token.content);
    return source === undefined
      ? `<em>${caption}</em>`
      : `<figure><img src="${escape(source)}" alt="${caption}"><figcaption>${caption}</figcaption></figure>`;
  };
  const source = page.uri === undefined ? "" : '<button type="button" id="source">Show in the guideline</button>';
  return `
    <main>
      <p class="kind">${escape(page.kind)} ${source}</p>
      <h1>${escape(page.title)}</h1>
      ${markdown.render(page.markdown)}
    </main>`;
}

export function emptyBody(message: string): string {
  const escaped = message.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<main><p class="kind">${escaped}</p></main>`;
}
