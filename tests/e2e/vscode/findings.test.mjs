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

before(async () => {
  sample = await copyOfSample("urban_driving");
  await sample.change("labelspec.yaml", (text) => `${text}baseline: known.json\n`);
  await sample.change("labelspec.yaml", (text) =>
    text.replace("path: data/train.json\n", "path: data/train.json\n    annotator: file name\n"),
  );
  [server, browser] = await Promise.all([startVsCode(), startBrowser()]);
  code = await Workbench.open(browser, server.url(sample.folder));
  await code.run("View: Show LabelSpec");
});
after(async () => {
  await code?.keep("findings-last");
  await browser?.close();
  await server?.stop();
  await sample?.remove();
});

const rows = () => code.page.locator(".part.sidebar .monaco-list-row");
const row = (text) => rows().filter({ hasText: text }).first();
const texts = () => rows().allInnerTexts();
const badge = async () =>
  Number(await code.page.locator(".activitybar .badge-content:visible").first().textContent({ timeout: 2000 }).catch(() => "0"));

async function see(text) {
  await row(text).waitFor({ state: "visible" });
  return row(text);
}

async function gone(text) {
  await until(`${text} to go`, async () => (await rows().filter({ hasText: text }).count()) === 0);
}

/** Opens a group, if it is closed, and waits for a finding in it; again where the tree was made anew meanwhile. */
async function opened(group, finding) {
  await until(`${finding} in ${group}`, async () => {
    const head = row(group);
    if ((await head.getAttribute("aria-expanded", { timeout: 2000 }).catch(() => undefined)) === "false")
      await head.click({ timeout: 2000 }).catch(() => undefined);
    return row(finding).waitFor({ state: "visible", timeout: 5000 }).then(
      () => true,
      () => false,
    );
  });
  return row(finding);
}

async function action(item, name) {
  await item.hover();
  const button = item.locator(`[aria-label^='${name}']`).first();
  await button.waitFor({ state: "visible" });
  await button.click();
}

/** Takes an entry of the menu behind a right click. */
async function menu(item, name) {
  await item.click({ button: "right" });
  const entry = code.page.locator(".context-view .action-label, .monaco-menu .action-label").filter({ hasText: name });
  await entry.first().waitFor({ state: "visible" });
  await entry.first().hover();
  await code.press("Enter");
}

test("nothing is open, and everything of the workspace is there with counts", async () => {
  await see("one_class_per_vehicle");
  await until("the badge", async () => (await badge()) > 10);
  await code.keep("findings-view");
});

test("findings are grouped by image, annotator, file and rule", async () => {
  await code.run("LabelSpec Findings: Group by Image");
  await see("frame_001.png");
  await see("frame_100.png").catch(() => undefined);
  await code.keep("findings-by-image");
  await code.run("LabelSpec Findings: Group by Annotator");
  await opened("train", "are one vehicle");
  await code.keep("findings-by-annotator");
  await code.run("LabelSpec Findings: Group by File");
  await opened("train.json", "are one vehicle");
  await see("val.xml");
  await code.keep("findings-by-file");
  await code.run("LabelSpec Findings: Group by Rule");
  await until("the rule with its count and title", async () =>
    (await texts()).some((text) => /1 · A pickup is a truck, never both/.test(text)),
  );
});

test("a finding opens its file at the exact value", async () => {
  await (await opened("one_class_per_vehicle", "are one vehicle")).click();
  await code.page.locator(".tab.active", { hasText: "train.json" }).waitFor();
  const data = await readFile(path.join(sample.folder, "data/train.json"), "utf8");
  const line = data.slice(0, data.indexOf('"id": 6, "image_id"')).split("\n").length;
  await until("the cursor at the finding", async () => (await code.activeLine()) === line);
});

test("a finding is shown on its picture", async () => {
  await action(await opened("one_class_per_vehicle", "are one vehicle"), "Show on the Picture");
  const view = await code.webview("#stage .shape");
  await until("the finding to be chosen", async () =>
    (await view.locator("[aria-expanded=true] .message").allTextContents()).some((text) => text.includes("one vehicle")),
  );
  assert.equal(await view.locator("#name").innerText(), "frame_001.png");
  await code.keep("findings-picture");
});

test("the keyboard waives and shows what has the focus, and all that can be done is in its menu", async () => {
  await code.run("View: Close All Editors");
  await opened("one_class_per_vehicle", "are one vehicle");
  await code.run("LabelSpec: Focus on Findings View");
  await code.press("Home");
  await until("the focus on the finding", async () => {
    const focused = await code.page.locator(".part.sidebar .monaco-list-row.focused").allInnerTexts();
    if (focused.some((text) => text.includes("are one vehicle"))) return true;
    await code.press("ArrowDown");
    return false;
  });
  await code.press("Delete");
  await code.page.locator(".quick-input-list .monaco-list-row", { hasText: "This finding" }).first().waitFor();
  await code.press("Escape");
  await code.run("LabelSpec: Focus on Findings View");
  await code.press("Control+K", "v");
  const view = await code.webview("#stage .shape");
  await until("the finding to be chosen", async () =>
    (await view.locator("[aria-expanded=true] .message").allTextContents()).some((text) => text.includes("one vehicle")),
  );
  // Text and picture are side by side.
  assert.equal(await code.page.locator(".editor-group-container").count(), 2);
  await code.run("LabelSpec: Focus on Findings View");
  await code.press("Shift+F10");
  const entries = code.page.locator(".context-view .action-label, .monaco-menu .action-label");
  await entries.filter({ hasText: "Show on the Picture" }).first().waitFor({ state: "visible" });
  await code.press("Escape");
});

test("a rule is explained", async () => {
  await menu(await opened("one_class_per_vehicle", "are one vehicle"), "Explain");
  const page = await code.webview("main h1");
  await until("the page of the rule", async () => (await page.locator("h1").innerText()).includes("one_class_per_vehicle"));
  await code.keep("findings-explained");
  await code.run("View: Close All Editors");
});

test("the filter takes severities, rules, files and texts, and is taken away again", async () => {
  await code.run("LabelSpec Findings: Filter Findings");
  await code.tick("warning");
  await code.keep("findings-filter-pick");
  await code.press("Enter");
  await gone("one_class_per_vehicle");
  await see("nobody_inside_a_car");
  assert.match(await code.page.locator(".pane-header .description, .composite.title .description").first().innerText(), /warning/);
  await code.keep("findings-filtered");

  await code.run("LabelSpec Findings: Filter Findings");
  await code.tick("warning");
  await code.tick("one_class_per_vehicle");
  await code.press("Enter");
  await see("one_class_per_vehicle");
  await gone("nobody_inside_a_car");
  assert.equal((await texts()).filter((text) => /_/.test(text)).length > 0, true);

  await code.run("LabelSpec Findings: Remove the Filter");
  await see("nobody_inside_a_car");

  await code.run("LabelSpec Findings: Filter Findings");
  await code.fill("sits inside");
  await code.page.locator(".quick-input-list .monaco-list-row", { hasText: "Containing “sits inside”" }).waitFor();
  await code.press("Enter");
  await gone("one_class_per_vehicle");
  await see("nobody_inside_a_car");

  await code.run("LabelSpec Findings: Filter Findings");
  await code.fill("val.xml");
  await code.tick("val.xml");
  await code.press("Enter");
  await gone("nobody_inside_a_car");
  await see("rider_has_two_wheeler");
  await code.run("LabelSpec Findings: Remove the Filter");
  await see("nobody_inside_a_car");
});

test("a finding is fixed in its file", async () => {
  await action(await opened("one_box_per_person", "are one person"), "Fix");
  await gone("one_box_per_person");
  const data = () => readFile(path.join(sample.folder, "data/train.json"), "utf8");
  assert.ok((await data()).includes('"id": 14, "image_id"'), "it was saved without being asked");
  await code.openFile("train.json");
  await code.save();
  await until("the fix to be saved", async () => !(await data()).includes('"id": 14, "image_id"'));
  await code.run("View: Show LabelSpec");
});

test("all findings of a rule are fixed at once", async () => {
  await action(await see("nobody_inside_a_car"), "Fix All of This Rule");
  await code.page.locator(".quick-input-list .monaco-list-row").first().waitFor({ timeout: 3000 }).then(
    () => code.press("Enter"),
    () => undefined,
  );
  await until("fewer findings", async () => {
    const found = (await texts()).find((text) => text.includes("nobody_inside_a_car"));
    return found === undefined || !/\b2 ·/.test(found);
  });
  await code.keep("findings-fixed");
});

test("a finding is waived for a reason, until a day, in the project file", async () => {
  await action(await opened("one_class_per_vehicle", "are one vehicle"), "Waive");
  await code.choose("This finding");
  await code.asked("Why is this right as it is?");
  await code.fill("   ");
  await code.asked("A waiver needs a reason");
  await code.answer("A waiver needs a reason", "it really is both");
  await code.asked("Until which day?");
  await code.fill("yesterday");
  await code.asked("Write the day as");
  await code.answer("Write the day as", "2040-01-31");
  await gone("one_class_per_vehicle");
  await code.openFile("labelspec.yaml");
  await until("the waiver", () => code.lineText("it really is both"));
  assert.ok(await code.lineText("2040-01-31"));
  await code.keep("findings-waived");
  await code.save();
});

test("findings go into the baseline and are not reported again", async () => {
  await code.run("View: Show LabelSpec");
  await menu(await opened("lit_lamps_at_night", "is off at night"), "Add to the Baseline");
  await gone("lit_lamps_at_night");
  await menu(await see("rider_has_two_wheeler"), "Add to the Baseline");
  await gone("rider_has_two_wheeler");
  const baseline = await until("the baseline file", () =>
    readFile(path.join(sample.folder, "known.json"), "utf8").catch(() => undefined),
  );
  assert.match(baseline, /lit_lamps_at_night/);
  assert.match(baseline, /rider_has_two_wheeler/);
  await code.keep("findings-baseline");
});

test("nobody complained", () => code.quiet());
