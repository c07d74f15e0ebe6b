import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { startBrowser } from "../support/browser.mjs";
import { startVsCode } from "../support/vscodeServer.mjs";
import { until } from "../support/wait.mjs";
import { Workbench } from "../support/workbench.mjs";
import { copyOfSample } from "../support/workspace.mjs";

let sample;
let server;
let browser;
let code;
let data;

before(async () => {
  sample = await copyOfSample("urban_driving");
  [server, browser] = await Promise.all([startVsCode(), startBrowser()]);
  code = await Workbench.open(browser, server.url(sample.folder));
  data = await readFile(path.join(sample.folder, "data/train.json"), "utf8");
});
after(async () => {
  await code?.keep("annotations-last");
  await browser?.close();
  await server?.stop();
  await sample?.remove();
});

/** Where a part of the data stands, from 1. */
function placeOf(part) {
  const offset = data.indexOf(part);
  assert.ok(offset >= 0, part);
  const before = data.slice(0, offset).split("\n");
  return { line: before.length, column: before.at(-1).length + 1 };
}

const about = (rows, text) => rows.filter((row) => row.includes(text));

test("an annotation file shows what breaks a rule, with the rule's name", async () => {
  await code.openFile("train.json");
  const rows = await until("the findings", async () => {
    const rows = await code.problems();
    return about(rows, "one_class_per_vehicle").length > 0 && rows;
  });
  assert.ok(about(rows, "are one vehicle").length > 0, rows.join("\n"));
  await code.keep("annotations-problems");
});

test("the status bar says what judges the file", async () => {
  const item = code.page.locator(".statusbar-item", { hasText: "urban_driving ·" });
  await item.first().waitFor({ state: "visible" });
  assert.match(await item.first().innerText(), /urban_driving · \d+/);
});

test("a violation appears while typing and vanishes after its quick fix", async () => {
  const { line, column } = placeOf("36, 90]");
  assert.equal(about(await code.problems(), "Pedestrian 4 ").length, 0);
  await code.closePanel();
  await code.focusEditor();
  await code.goTo(line, column);
  for (let i = 0; i < "36, 90".length; i++) await code.press("Shift+ArrowRight");
  await code.type("6, 9");
  await until("the violation", async () => about(await code.problems(), "Pedestrian 4 ").length === 1);
  await code.keep("annotations-typed");
  await code.closePanel();
  await code.focusEditor();
  await code.goTo(line, column);
  await code.quickFix("Remove");
  await until("the violation to go", async () => about(await code.problems(), "Pedestrian 4 ").length === 0);
  await code.closePanel();
  assert.equal(await code.lineText('"id": 4, "image_id": 1'), undefined);
  await code.focusEditor();
  await until("the text as it was", async () => {
    await code.press("Control+Z");
    return code.lineText('"bbox": [250, 190, 36, 90]');
  });
});

test("the picture is that of the first image where the cursor is at none", async () => {
  await code.focusEditor();
  await code.goTo(1, 1);
  await code.run("LabelSpec: Show Picture");
  const view = await code.webview("#stage .shape");
  assert.equal(await view.locator("#name").innerText(), "frame_000.png");
});

test("the picture shows the image at the cursor with its shapes and violations", async () => {
  await code.focusEditor();
  await code.goTo(placeOf('"id": 6, "image_id"').line, 20);
  await code.run("LabelSpec: Show Picture");
  const view = await code.webview("#stage .shape");
  await until("its image", async () => (await view.locator("#name").innerText()) === "frame_001.png");
  assert.equal(await view.locator(".shape").count(), 5);
  assert.ok((await view.locator("#findings .finding.error").count()) >= 1);
  const loaded = await view.locator("#stage image").evaluate(
    (image) =>
      new Promise((resolve) => {
        const probe = new Image();
        probe.onload = () => resolve([probe.naturalWidth, probe.naturalHeight]);
        probe.onerror = () => resolve(undefined);
        probe.src = image.getAttribute("href");
      }),
  );
  assert.deepEqual(loaded, [640, 360]);
  await code.keep("picture");
});

test("a click on a shape selects its text", async () => {
  const view = await code.webview("#stage .shape");
  const rider = view.locator("#stage .shape[aria-label*='rider'][aria-label$='10'] .target");
  await rider.click();
  const { line } = placeOf('"id": 10, "image_id"');
  await until("the cursor in the text", async () => (await code.activeLine()) === line);
  assert.ok((await code.page.locator(".monaco-editor .selected-text").count()) > 0, "the element is not selected");
  await code.keep("picture-to-text");
});

test("the cursor in the text selects the shape, and turns the page", async () => {
  const view = await code.webview("#stage .shape");
  await code.focusEditor();
  await code.goTo(placeOf('"id": 9, "image_id"').line, 20);
  await until("the bicycle to be selected", async () =>
    (
      await view
        .locator(".shape.selected")
        .getAttribute("aria-label")
        .catch(() => "")
    )?.includes("bicycle"),
  );
  await code.goTo(placeOf('"id": 13, "image_id"').line, 20);
  await until("the next image", async () => (await view.locator("#name").innerText()) === "frame_002.png");
});

test("the picture is live, and repairs from it change the text", async () => {
  const view = await code.webview("#stage .shape");
  await code.goTo(placeOf('"id": 14, "image_id"').line, 20);
  const finding = view.locator(".finding", { hasText: "14" }).first();
  await finding.click();
  await code.keep("picture-finding");
  const before = await view.locator(".shape").count();
  await view.locator(".actions button.primary").first().click();
  await until("the shape to go", async () => (await view.locator(".shape").count()) === before - 1);
  await code.focusEditor();
  await code.press("Control+Z");
  await until("the shape to come back", async () => (await view.locator(".shape").count()) === before);
});

test("the keyboard walks from violation to violation, over images", async () => {
  const view = await code.webview("#stage .shape");
  await view.locator("#stage").focus();
  const names = new Set();
  for (let i = 0; i < 12 && names.size < 2; i++) {
    await code.press("n");
    await new Promise((resolve) => setTimeout(resolve, 400));
    names.add(await view.locator("#name").innerText());
  }
  assert.ok(names.size >= 2, [...names].join());
});

test("the findings view groups by rule and by image, and opens a finding", async () => {
  await code.run("View: Show LabelSpec");
  const rows = code.page.locator(".part.sidebar .monaco-list-row");
  const group = rows.filter({ hasText: "one_class_per_vehicle" }).first();
  await group.waitFor({ state: "visible" });
  await group.click();
  const finding = rows.filter({ hasText: "are one vehicle" }).first();
  await finding.waitFor({ state: "visible" });
  await finding.click();
  await until(
    "the cursor at the finding",
    async () => (await code.activeLine()) === placeOf('"id": 6, "image_id"').line,
  );
  await code.keep("findings-by-rule");
  await code.run("LabelSpec Findings: Group by Image");
  await rows.filter({ hasText: "frame_002.png" }).first().waitFor({ state: "visible" });
  await code.keep("findings-by-image");
});

test("a finding is waived for a reason, in the project file", async () => {
  const rows = code.page.locator(".part.sidebar .monaco-list-row");
  await code.run("View: Show LabelSpec");
  await code.run("LabelSpec Findings: Group by Rule");
  await rows.filter({ hasText: "one_class_per_vehicle" }).first().waitFor({ state: "visible" });
  const finding = rows.filter({ hasText: "are one vehicle" }).first();
  if (!(await finding.isVisible())) await rows.filter({ hasText: "one_class_per_vehicle" }).first().click();
  await finding.waitFor({ state: "visible" });
  await finding.hover();
  await finding.locator("[aria-label^='Waive']").first().click();
  await code.choose("This finding");
  await code.answer("Why is this right", "it really is both");
  await code.answer("Until which day");
  await until("the rule to go", async () => (await rows.filter({ hasText: "one_class_per_vehicle" }).count()) === 0);
  await code.focusEditor();
  await code.openFile("labelspec.yaml");
  await until("the waiver", () => code.lineText("it really is both"));
  await code.keep("findings-waived");
});

test("the picture comes back after a restart of the window", async () => {
  await code.focusEditor();
  await code.openFile("train.json");
  await code.page.reload();
  await code.ready();
  const view = await code.webview("#stage .shape");
  assert.match(await view.locator("#name").innerText(), /^frame_\d+\.png$/);
  await code.keep("picture-restored");
});

test("the guideline page is that of the annotation at the cursor", async () => {
  // Which tab was in front when the window was closed, is not known.
  await code.focusEditor();
  await code.openFile("train.json");
  await code.goTo(18, 70);
  await code.run("LabelSpec: Show Guideline Page");
  const page = await code.webview("main h1");
  assert.equal(await page.locator("h1").innerText(), "truck");
  await code.keep("annotations-page");
});

test("the picture goes with a file that is renamed, and says when it is gone", async () => {
  await code.run("File: Save All");
  await code.run("View: Close All Editors");
  await code.openFile("train.json");
  await code.run("LabelSpec: Show Picture");
  await code.webview("#stage .shape");
  await code.run("View: Show Explorer");
  const file = (name) => code.page.locator(".explorer-folders-view .monaco-list-row", { hasText: name }).first();
  await file("train.json").click();
  await code.press("F2");
  await code.page.locator(".explorer-folders-view input").first().waitFor();
  await code.press("Control+A");
  await code.type("renamed.json");
  await code.press("Enter");
  // The project file follows, if one agrees.
  await code.page.locator(".monaco-dialog-box .monaco-button", { hasText: "OK" }).click();
  await file("renamed.json").waitFor();
  await until("the picture of the renamed file", async () => {
    const view = await code.webview("#stage .shape");
    return (await view.evaluate(() => document.body.dataset.uri)).endsWith("/renamed.json");
  });
  await file("renamed.json").click();
  await code.press("Delete");
  await code.page.locator(".monaco-dialog-box .monaco-button", { hasText: /Delete|Trash/ }).click();
  const view = await code.webview("body.empty #message");
  await until("the reason", async () => (await view.locator("#message").innerText()) === "renamed.json is no longer there.");
  await code.keep("annotations-deleted");
});
