import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { client, repository } from "./paths.mjs";

const origin = "http://picture.invalid";
const esbuild = createRequire(path.join(client, "package.json"))("esbuild");

/** The functions that make the page of a webview, as the extension has them. */
async function pageParts() {
  const { outputFiles } = await esbuild.build({
    stdin: {
      contents: 'export * from "./src/webview/html"; export * from "./src/picture/page";',
      resolveDir: client,
      loader: "ts",
    },
    bundle: true,
    format: "esm",
    platform: "neutral",
    write: false,
  });
  return import(`data:text/javascript;base64,${Buffer.from(outputFiles[0].contents).toString("base64")}`);
}

/**
 * The picture preview's page alone in a browser, with its own policy. `messages` is what it sent to the extension; `send` is
 * what the extension would send. `kept` is what an earlier page left behind.
 */
export async function openPictureView(browser, kept) {
  const { webviewHtml, pictureBody } = await pageParts();
  const files = {
    "/": webviewHtml({
      title: "Picture",
      source: origin,
      script: `${origin}/picture.js`,
      style: `${origin}/picture.css`,
      nonce: "e2e",
      body: pictureBody,
      data: { uri: "file:///data/train.json" },
    }),
    "/picture.js": await readFile(path.join(client, "dist/view/picture.js")),
    "/picture.css": await readFile(path.join(client, "dist/view/picture.css")),
    "/frame.png": await readFile(path.join(repository, "samples/urban_driving/images/frame_001.png")),
  };
  const types = {
    "/": "text/html",
    "/picture.js": "text/javascript",
    "/picture.css": "text/css",
    "/frame.png": "image/png",
  };
  const page = await browser.newPage({ viewport: { width: 900, height: 700 } });
  const problems = [];
  page.on("pageerror", (error) => problems.push(error.message));
  page.on("console", (message) => message.type() === "error" && problems.push(message.text()));
  const asked = [];
  await page.route("**/*", (route) => {
    const { pathname, origin: from } = new URL(route.request().url());
    asked.push(route.request().url());
    if (from !== origin || files[pathname] === undefined) return route.abort();
    return route.fulfill({ body: files[pathname], contentType: types[pathname] });
  });
  await page.addInitScript((kept) => {
    globalThis.sent = [];
    globalThis.kept = kept;
    globalThis.acquireVsCodeApi = () => ({
      postMessage: (message) => globalThis.sent.push(message),
      getState: () => globalThis.kept,
      setState: (state) => (globalThis.kept = state),
    });
  }, kept);
  await page.goto(`${origin}/`);
  return {
    page,
    problems,
    asked,
    image: `${origin}/frame.png`,
    messages: () => page.evaluate(() => globalThis.sent),
    state: () => page.evaluate(() => globalThis.kept),
    send: (message) => page.evaluate((data) => globalThis.postMessage(data, "*"), message),
  };
}
