import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { accessibilityProblems } from "../support/accessibility.mjs";
import { startBrowser } from "../support/browser.mjs";
import { startVsCode } from "../support/vscodeServer.mjs";
import { until } from "../support/wait.mjs";
import { Workbench } from "../support/workbench.mjs";
import { copyOfSample } from "../support/workspace.mjs";

const themes = [
  ["Default Dark Modern", "vscode-dark"],
  ["Default Light Modern", "vscode-light"],
  ["Default High Contrast", "vscode-high-contrast"],
  ["Default High Contrast Light", "vscode-high-contrast-light"],
];

let sample;
let server;
let browser;
let code;

before(async () => {
  sample = await copyOfSample("urban_driving");
  [server, browser] = await Promise.all([startVsCode(), startBrowser()]);
  code = await Workbench.open(browser, server.url(sample.folder));
  await code.openFile("urban_driving.labelspec");
  await code.press("Control+G");
  await code.fill(":22:8");
  await code.press("Enter");
  await code.run("LabelSpec: Show Guideline Page");
  await code.webview("main h1");
  await code.focusEditor();
  await code.openFile("train.json");
  await code.goTo(17, 10);
  await code.run("LabelSpec: Show Picture");
  const view = await code.webview("#stage .shape");
  await view.locator(".finding").first().click();
  await view.locator(".actions button").first().waitFor();
});
after(async () => {
  await code?.keep("themes-last");
  await browser?.close();
  await server?.stop();
  await sample?.remove();
});

for (const [theme, kind] of themes)
  test(`${theme}: picture and guideline page have its colours, and nothing that hinders people`, async () => {
    await sample.write(".vscode/settings.json", JSON.stringify({ "workbench.colorTheme": theme }));
    const view = await code.webview("#stage .shape");
    await until("the theme", () => view.evaluate((kind) => document.body.classList.contains(kind), kind));
    const { text, ground } = await view.evaluate(() => {
      const { color, backgroundColor } = getComputedStyle(document.body);
      return { text: color, ground: backgroundColor };
    });
    const brightness = (color) => color.match(/\d+(\.\d+)?/g).slice(0, 3).reduce((sum, part) => sum + Number(part), 0);
    const isLight = kind.endsWith("light");
    assert.equal(brightness(ground) > brightness(text), isLight, `${text} on ${ground}`);
    await code.keep(`theme-${kind.replace("vscode-", "")}`);
    assert.deepEqual(await accessibilityProblems(view), []);
    await code.page.locator(".tab", { hasText: "car" }).first().click();
    const page = await code.webview("main h1");
    assert.deepEqual(await accessibilityProblems(page), []);
    await code.keep(`theme-${kind.replace("vscode-", "")}-page`);
    await code.page.locator(".tab", { hasText: "(picture)" }).first().click();
    await code.webview("#stage .shape");
  });

test("the keyboard reaches everything of the picture, in order, and comes out again", async () => {
  const view = await code.webview("#stage .shape");
  await view.locator(".finding").first().click();
  await view.locator(".actions button").first().waitFor();
  await view.locator("#previousImage").focus();
  const seen = [];
  for (let i = 0; i < 30; i++) {
    const here = await view.evaluate(() => {
      const { activeElement: at } = document;
      return at?.id || at?.closest("[data-filter]")?.getAttribute("data-filter") || at?.textContent?.trim() || "";
    });
    if (seen.includes(here)) break;
    seen.push(here);
    await code.press("Tab");
    if (!(await view.evaluate(() => document.hasFocus()))) break;
  }
  assert.deepEqual(seen.slice(0, 11), [
    ...["previousImage", "nextImage", "previousFinding", "nextFinding", "zoomOut", "fit", "zoomIn"],
    ...["classes", "rules", "severities", "labels"],
  ]);
  assert.equal(seen[11], "stage");
  assert.ok(seen.some((part) => part.includes("Waive")), seen.join(" | "));
});
