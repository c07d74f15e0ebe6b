import assert from "node:assert/strict";
import { chmod, readFile, stat } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { startBrowser } from "../support/browser.mjs";
import { labelspec } from "../support/paths.mjs";
import { startVsCode } from "../support/vscodeServer.mjs";
import { until } from "../support/wait.mjs";
import { Workbench } from "../support/workbench.mjs";
import { copyOfSample } from "../support/workspace.mjs";

const guideline = "urban_driving.labelspec";

let sample;
let server;
let browser;
let code;

before(async () => {
  sample = await copyOfSample("urban_driving");
  await settings({ "labelspec.server.path": "/nowhere/labelspec" });
  [server, browser] = await Promise.all([startVsCode(), startBrowser()]);
  code = await Workbench.open(browser, server.url(sample.folder));
});
after(async () => {
  await code?.keep("extension-last");
  await browser?.close();
  await server?.stop();
  await sample?.remove();
});

const settings = (values) => sample.write(".vscode/settings.json", JSON.stringify(values, undefined, 2));
const statusItem = (text) => code.page.locator(".statusbar-item", { hasText: text }).first();
const exists = (file) => stat(file).then(
  () => true,
  () => false,
);

test("a server that is not there is told, in a message, in the status bar and in the findings view", async () => {
  const message = code.page.locator(".notification-list-item", { hasText: 'names "/nowhere/labelspec", which is no file' });
  await message.first().waitFor({ state: "visible" });
  assert.ok(await message.first().locator(".monaco-button", { hasText: "Open the Setting" }).isVisible());
  await statusItem("LabelSpec").waitFor({ state: "visible" });
  await code.run("View: Show LabelSpec");
  await code.page.locator(".welcome-view-content", { hasText: "server is not running" }).first().waitFor();
  await code.keep("extension-no-server");
  await code.run("Notifications: Clear All Notifications");
});

test("a server of one's own is started, and with the arguments of the setting", async () => {
  const mark = path.join(sample.folder, "started.txt");
  await sample.write("own-server.sh", `#!/bin/sh\necho "$@" > "${mark}"\nexec "${labelspec}" "$@"\n`);
  await chmod(path.join(sample.folder, "own-server.sh"), 0o755);
  await settings({ "labelspec.server.path": "${workspaceFolder}/own-server.sh" });
  await until("the server of one's own", () => exists(mark));
  assert.equal((await readFile(mark, "utf8")).trim(), "lsp");
  await code.page.locator(".part.sidebar .monaco-list-row", { hasText: "one_class_per_vehicle" }).first().waitFor();
});

test("the trace is in the log as soon as the setting says so", async () => {
  await settings({ "labelspec.server.path": "${workspaceFolder}/own-server.sh", "labelspec.trace.server": "messages" });
  await code.openFile(guideline);
  await code.run("LabelSpec: Show the Log");
  const lines = async () =>
    (await code.page.locator(".part.panel .view-line").allInnerTexts()).join("\n").replace(/\u00a0/g, " ");
  await until("the trace", async () => {
    // Whatever is asked for is traced.
    await code.focusEditor();
    await code.press("ArrowDown");
    return /Sending (request|notification) '(textDocument|labelspec)\//.test(await lines());
  });
  await code.keep("extension-trace");
  await code.closePanel();
  await settings({});
});

test("the status item says when the guideline is broken, and can be turned off", async () => {
  await code.openFile("train.json");
  await statusItem("urban_driving ·").waitFor({ state: "visible" });
  // The server was started anew just before. Once a change of the guideline is shown, it has seen a good one.
  await sample.change(`guideline/${guideline}`, (text) =>
    text.replace("/// A pickup is a truck, never both.", "/// A pickup is no car."),
  );
  await code.page.locator(".part.sidebar .monaco-list-row", { hasText: "A pickup is no car" }).first().waitFor();
  await sample.change(`guideline/${guideline}`, (text) => text.replace("rule rider_has_two_wheeler {", "rule rider_has_two_wheeler { bogus"));
  const item = statusItem("urban_driving ·");
  await until("the warning", async () => (await item.locator(".codicon-warning").count()) > 0);
  const reason = { hasText: /has errors .*last good rules judge/ };
  await item.hover();
  await code.page.locator(".monaco-hover:not(.hidden)", reason).first().waitFor();
  await code.keep("extension-broken-guideline");
  await sample.change(`guideline/${guideline}`, (text) => text.replace(" bogus", ""));
  await until("no warning", async () => (await item.locator(".codicon-warning").count()) === 0);
  await settings({ "labelspec.statusItem": false });
  await until("the item to go", async () => !(await item.isVisible()));
  await settings({});
  await item.waitFor({ state: "visible" });
});

test("the status item leads to the guideline, the findings, the picture and the log", async () => {
  await statusItem("urban_driving ·").click();
  const rows = code.page.locator(".quick-input-list .monaco-list-row");
  await rows.first().waitFor({ state: "visible" });
  assert.equal(await rows.count(), 5);
  await code.keep("extension-status");
  await code.choose("Open the guideline");
  await code.page.locator(".tab.active", { hasText: guideline }).waitFor();
});

test("the walkthrough tells how to begin", async () => {
  await code.run("LabelSpec: Get Started");
  const steps = code.page.locator(".getting-started-step");
  await steps.first().waitFor({ state: "visible" });
  assert.ok((await steps.count()) >= 4);
  await code.webview("text=one_class_per_vehicle");
  await code.keep("extension-walkthrough");
  await code.page.locator(".getting-started-step", { hasText: "See what is wrong" }).click();
  const findings = await code.webview("img[alt^='The findings view']");
  await until("the picture", () =>
    findings.locator("img[alt^='The findings view']").evaluate((image) => image.complete && image.naturalWidth > 100),
  );
  await code.keep("extension-walkthrough-findings");
  await code.quiet();
  await code.run("View: Close All Editors");
});

test("a snippet writes the form of a rule", async () => {
  await code.openFile(guideline);
  await code.press("Control+End");
  await code.type("\nrul");
  await code.press("Control+Space");
  const item = code.page.locator(".suggest-widget .monaco-list-row").filter({ hasText: "rule" }).first();
  await item.waitFor({ state: "visible" });
  await code.keep("extension-snippet");
  await item.click();
  await until("the rule's form", () => code.lineText("rule name"));
  await code.press("Escape", "Control+Z", "Control+Z", "Control+Z", "Control+Z");
});

test("servers that are replaced in haste, while the editor asks them, leave no complaint", async () => {
  await code.openFile("train.json");
  for (let turn = 0; turn < 20; turn++) {
    await settings(turn % 2 === 0 ? {} : { "labelspec.server.path": "${workspaceFolder}/own-server.sh" });
    await code.openFile(turn % 2 === 0 ? guideline : "train.json");
  }
  await settings({});
  await code.openFile("train.json");
  // The last server answers.
  await statusItem("urban_driving ·").waitFor({ state: "visible" });
  await code.keep("extension-replaced");
  await code.quiet();
});
