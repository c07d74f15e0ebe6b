import assert from "node:assert/strict";
import { stat, writeFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { startBrowser } from "../support/browser.mjs";
import { writeLargeFile } from "../support/largeFile.mjs";
import { startVsCode } from "../support/vscodeServer.mjs";
import { until } from "../support/wait.mjs";
import { Workbench } from "../support/workbench.mjs";
import { copyOfSample } from "../support/workspace.mjs";

let sample;
let server;
let browser;
let code;
let large;

before(async () => {
  sample = await copyOfSample("urban_driving");
  const file = path.join(sample.folder, "data/train.json");
  large = await writeLargeFile(file, (i) => (i === 500 ? "frame_001.png" : `drive_${i}.png`));
  assert.ok((await stat(file)).size > 50 * 1024 * 1024);
  // Without the folder of images: 30,000 of them are not there.
  await sample.write(
    "labelspec.yaml",
    "spec: guideline/urban_driving.labelspec\ndatasets:\n  - path: data/train.json\nchecks:\n  LS4001: off\n",
  );
  await sample.copy("images/frame_001.png", "data/frame_001.png");
  [server, browser] = await Promise.all([startVsCode(), startBrowser()]);
  code = await Workbench.open(browser, server.url(sample.folder));
});
after(async () => {
  await code?.keep("from-disk-last");
  await browser?.close();
  await server?.stop();
  await sample?.remove();
});

const rows = () => code.page.locator(".part.sidebar .monaco-list-row");
const row = (text) => rows().filter({ hasText: text }).first();

test("the findings of a file above 50 MB are in the tree, and in the problems", async () => {
  await code.run("View: Show LabelSpec");
  await row("one_class_per_vehicle").waitFor({ state: "visible" });
  assert.match(await row("one_class_per_vehicle").innerText(), new RegExp(`${large.wrong} · A pickup`));
  await row("one_class_per_vehicle").click();
  await row("car 3501 and truck 3502 are one vehicle").waitFor({ state: "visible" });
  await row("car 3501 and truck 3502 are one vehicle").hover();
  const hover = code.page.locator(".monaco-hover:not(.hidden)", { hasText: "Judged from disk" });
  await hover.first().waitFor({ state: "visible" });
  await code.keep("from-disk-findings");
  const problems = await until("the problems", async () => {
    const found = await code.problems();
    return found.some((text) => text.includes("train.json")) && found;
  });
  assert.ok(problems.length > 0);
  await code.closePanel();
});

test("its picture is shown", async () => {
  const finding = row("car 3501 and truck 3502 are one vehicle");
  await finding.hover();
  await finding.locator("[aria-label^='Show on the Picture']").first().click();
  const view = await code.webview("#stage .shape");
  assert.equal(await view.locator("#name").innerText(), "frame_001.png");
  await until("the finding to be chosen", async () =>
    (await view.locator("[aria-expanded=true] .message").allTextContents()).includes(
      "car 3501 and truck 3502 are one vehicle",
    ),
  );
  assert.equal(await view.locator(".shape.selected").getAttribute("aria-label"), "car 3501");
  await code.keep("from-disk-picture");
});

test("the status item says that it is judged from disk", async () => {
  await code.run("View: Close All Editors");
  await code.press("Control+P");
  await code.fill("train.json");
  await code.choose("train.json");
  await code.page.locator(".tab.active", { hasText: "train.json" }).waitFor();
  const anyway = code.page.locator(".monaco-button", { hasText: "Open Anyway" });
  const item = code.page.locator(".statusbar-item", { hasText: "judged from disk" });
  await until("the status item", async () => {
    if (await anyway.first().isVisible()) await anyway.first().click();
    return item.first().isVisible();
  });
  assert.match(await item.first().innerText(), /urban_driving · 64 · judged from disk/);
  await item.first().hover();
  await code.page.locator(".monaco-hover:not(.hidden)", { hasText: "210,000 annotations" }).first().waitFor();
  await code.keep("from-disk-status");
});

test("a finding leads to its place in the file, or says where it is", async () => {
  await row("car 10501 and truck 10502 are one vehicle").click();
  await until("the cursor or the word", async () => {
    if ((await code.cursor())?.line === 40_504) return true;
    return code.page.locator(".notification-list-item", { hasText: "train.json:40504:1" }).first().isVisible();
  });
  await code.keep("from-disk-place");
});

test("the file changes on disk, and the findings follow", async () => {
  await writeFile(
    path.join(sample.folder, "data/train.json"),
    '{"images": [{"id": 1, "file_name": "frame_001.png", "width": 640, "height": 360}], "annotations": [], "categories": []}',
  );
  await until("the findings to go", async () => (await rows().filter({ hasText: "one_class_per_vehicle" }).count()) === 0);
});
