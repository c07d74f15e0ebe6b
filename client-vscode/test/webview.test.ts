import assert from "node:assert/strict";
import test from "node:test";
import { emptyBody, handbookBody } from "../src/handbook/page";
import { isHandbookState } from "../src/handbook/messages";
import { isPictureState } from "../src/picture/messages";
import { pictureBody } from "../src/picture/page";
import { webviewHtml } from "../src/webview/html";

const page = { title: "T", source: "https://local", script: "s.js", style: "s.css", nonce: "abc", body: pictureBody };
const handbook = { kind: "class" as const, name: "car", title: "car", markdown: "" };

test("the policy allows our script, our style and local images, nothing else", () => {
  const policy = /Content-Security-Policy" content="([^"]*)"/.exec(webviewHtml(page))?.[1];
  assert.equal(
    policy,
    "default-src 'none'; img-src https://local; style-src https://local; font-src https://local; " +
      "script-src 'nonce-abc'; base-uri 'none'; form-action 'none'",
  );
});

test("the page has no inline script, style or handler", () => {
  const html = webviewHtml(page);
  assert.equal(html.match(/<script/g)?.length, 1);
  assert.doesNotMatch(html, /<style|\sstyle=|\son[a-z]+=/);
});

test("data of the body is escaped", () => {
  assert.match(webviewHtml({ ...page, data: { uri: '"><script>' } }), /<body data-uri="&quot;&gt;&lt;script&gt;">/);
});

test("markup in a guideline is text on its page", () => {
  const body = handbookBody(
    { ...handbook, title: "<b>x</b>", markdown: "<img src=x onerror=alert(1)> **bold** [go](command:evil)" },
    () => undefined,
  );
  assert.doesNotMatch(body, /<img|<b>|href="command/);
  assert.match(body, /<strong>bold<\/strong>/);
});

test("images of a page are loaded as the webview may, or not at all", () => {
  const markdown = "![A taxi](file:///images/taxi.png|width=240)";
  const seen = handbookBody({ ...handbook, markdown }, (uri) => uri.replace("file://", "vscode-resource:"));
  assert.match(seen, /<img src="vscode-resource:\/images\/taxi\.png" alt="A taxi">/);
  assert.match(
    handbookBody({ ...handbook, markdown }, () => undefined),
    /<em>A taxi<\/em>/,
  );
});

test("an error message is text", () => {
  assert.doesNotMatch(emptyBody("<script>"), /<script>/);
});

test("states of other versions are recognised", () => {
  assert.ok(isPictureState({ uri: "file:///a", image: "b", index: 0, filter: {} }));
  for (const state of [undefined, null, 3, {}, { uri: "file:///a" }]) {
    assert.ok(!isPictureState(state));
    assert.ok(!isHandbookState(state));
  }
});
