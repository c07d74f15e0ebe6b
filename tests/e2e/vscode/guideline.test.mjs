import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import path from "node:path";
import test, { after, before } from "node:test";
import { startBrowser } from "../support/browser.mjs";
import { startVsCode } from "../support/vscodeServer.mjs";
import { until } from "../support/wait.mjs";
import { Workbench } from "../support/workbench.mjs";
import { copyOfSample } from "../support/workspace.mjs";

const guideline = "urban_driving.labelspec";

let sample;
let server;
let browser;
let code;
let text;

before(async () => {
  sample = await copyOfSample("urban_driving");
  [server, browser] = await Promise.all([startVsCode(), startBrowser()]);
  code = await Workbench.open(browser, server.url(sample.folder));
  text = await readFile(
    path.join(sample.folder, "guideline", guideline),
    "utf8",
  );
  await code.openFile(guideline);
});
after(async () => {
  await code?.keep("guideline-last");
  await browser?.close();
  await server?.stop();
  await sample?.remove();
});

/** Where a part of the guideline stands, from 1; `within` moves the cursor into it. */
function placeOf(part, within = 0) {
  const offset = text.indexOf(part);
  assert.ok(offset >= 0, part);
  const before = text.slice(0, offset + within).split("\n");
  return [before.length, before.at(-1).length + 1];
}

const about = (rows, part) => rows.filter((row) => row.includes(part));

test("a mistake appears while typing and goes with it", async () => {
  const [line] = placeOf("rule rider_has_two_wheeler");
  await code.goTo(line + 1, 3);
  await code.type("bogus ");
  await until(
    "the mistake",
    async () => about(await code.problems(), "`bogus`").length === 1,
  );
  await code.keep("guideline-mistake");
  await code.closePanel();
  await code.focusEditor();
  for (const _ of "bogus ") await code.press("Backspace");
  await until("the word to be gone", async () => !(await code.lineText("bogus")));
  await until("no mistake", async () =>
    (await code.problems()).every((row) => !row.includes("[Ln")),
  );
  await code.closePanel();
});

test("completion offers what may stand here", async () => {
  await code.focusEditor();
  await code.goTo(
    ...placeOf("class truck extends vehicle", "class truck extends ".length),
  );
  await code.press("Control+Space");
  const items = code.page.locator(".suggest-widget .monaco-list-row");
  await items.first().waitFor({ state: "visible" });
  const labels = await until("the classes", async () => {
    const labels = await items.allInnerTexts();
    return labels.some((label) => label.includes("vehicle")) && labels;
  });
  assert.ok(
    labels.some((label) => label.includes("occludable")),
    labels.join(),
  );
  await code.keep("guideline-completion");
  await code.press("Escape");
});

test("hover says what a class is", async () => {
  await code.goTo(...placeOf("class car extends", "class c".length));
  await code.run("Show or Focus Hover");
  const hover = code.page.locator(".monaco-hover:not(.hidden)", {
    hasText: "Cars, taxis, SUVs",
  });
  await hover.first().waitFor({ state: "visible" });
  await code.keep("guideline-hover");
  await code.press("Escape");
});

test("a rename reaches the file that is imported", async () => {
  await code.focusEditor();
  await code.goTo(
    ...placeOf(
      "abstract class vehicle extends occludable",
      "abstract class vehicle extends occ".length,
    ),
  );
  await code.press("F2");
  const input = code.page.locator(".rename-box input, .rename-input").first();
  await input.waitFor({ state: "visible" });
  await input.fill("can_be_hidden");
  await code.press("Enter");
  await until("the new name here", () =>
    code.lineText("abstract class vehicle extends can_be_hidden"),
  );
  await code.openFile("occlusion.labelspec");
  await until("the new name there", () => code.lineText("class can_be_hidden"));
  await code.keep("guideline-rename");
});

test("the lens with the violations of a rule lists them", async () => {
  await code.openFile(guideline);
  await code.goTo(...placeOf("rule rider_has_two_wheeler", "rule r".length));
  const lens = code.page.locator(".codelens-decoration a", {
    hasText: "2 violations",
  });
  await lens.first().click();
  const rows = code.page.locator(".part.sidebar .monaco-list-row");
  await until(
    "the rule alone",
    async () =>
      (await rows.count()) === 1 &&
      (await rows.first().innerText()).includes("rider_has_two_wheeler"),
  );
  await code.keep("guideline-lens");
  await code.focusEditor();
});

test("a renamed rule is renamed in the project file", async () => {
  await code.openFile(guideline);
  await code.goTo(...placeOf("rule crowds_are_regions", "rule cr".length));
  await code.press("F2");
  const input = code.page.locator(".rename-box input, .rename-input").first();
  await input.waitFor({ state: "visible" });
  await input.fill("crowds_are_marked");
  await code.press("Enter");
  await until("the new name here", () =>
    code.lineText("rule crowds_are_marked"),
  );
  await code.openFile("labelspec.yaml");
  await until("the new name there", () =>
    code.lineText("crowds_are_marked: off"),
  );
});

test("the page of a class follows the cursor", async () => {
  await code.openFile(guideline);
  await code.goTo(...placeOf("class car extends", "class c".length));
  await code.run("LabelSpec: Show Guideline Page");
  const view = await code.webview("main h1");
  await until("the page of the class", async () =>
    (await view.locator("h1").innerText()).includes("car"),
  );
  await code.focusEditor();
  await code.goTo(...placeOf("rule one_class_per_vehicle", "rule one".length));
  const next = await until("the page of the rule", async () => {
    const frame = await code.webview("main h1");
    return (
      (
        await frame
          .locator("h1")
          .innerText()
          .catch(() => "")
      ).includes("one_class_per_vehicle") && frame
    );
  });
  assert.match(
    await next.locator("main").innerText(),
    /A pickup is a truck, never both/,
  );
  await code.keep("guideline-page");
});
