import { keepPicture } from "./browser.mjs";
import { until } from "./wait.mjs";

/** A window of VS Code: what a user does with keyboard and mouse, and what they see. */
export class Workbench {
  constructor(page) {
    this.page = page;
  }

  static async open(browser, url) {
    const page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
    // Two cores may be shared with much else: whoever waits, waits for long.
    page.setDefaultTimeout(90_000);
    const workbench = new Workbench(page);
    await page.goto(url);
    await workbench.ready();
    return workbench;
  }

  async ready() {
    await this.page.waitForSelector(".monaco-workbench .part.sidebar", { timeout: 120_000 });
    await this.page.waitForSelector(".monaco-workbench .statusbar-item", { timeout: 120_000 });
  }

  async press(...keys) {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async type(text) {
    await this.page.keyboard.type(text);
  }

  /** Runs a command of the palette by its whole title; waits for the extension that brings it. */
  async run(title) {
    await this.#pick("F1", `>${title}`, title);
  }

  async openFile(name) {
    await this.#pick("Control+P", name, name);
    const tab = this.page.locator(".tab.active .label-name", { hasText: name.split("/").at(-1) });
    await tab.first().waitFor({ state: "visible" });
    await this.page.locator(".editor-group-container.active .monaco-editor .view-line").first().waitFor();
  }

  /** Opens a quick pick, types, and takes the row with a text; again where the list does not have it yet. */
  async #pick(key, text, row) {
    const input = this.page.locator(".quick-input-widget input[type=text]").first();
    await until(`${row} in the list`, async () => {
      await this.press(key);
      await input.waitFor({ state: "visible" });
      await input.fill(text);
      const found = this.page.locator(".quick-input-list .monaco-list-row").filter({ hasText: row }).first();
      const seen = await found.waitFor({ state: "visible", timeout: 5000 }).then(
        () => found.click({ timeout: 5000 }).then(
          () => true,
          () => false,
        ),
        () => false,
      );
      if (!seen) await this.press("Escape");
      return seen;
    });
  }

  /** Puts the cursor at a line and column, from 1. */
  async goTo(line, column = 1) {
    await this.press("Control+G");
    const input = this.page.locator(".quick-input-widget input[type=text]").first();
    await input.waitFor({ state: "visible" });
    await input.fill(`:${line}:${column}`);
    await this.press("Enter");
    await until(`the cursor at ${line}:${column}`, async () => (await this.cursor())?.line === line);
  }

  /** Where the cursor is, as the status bar says; `selected` counts characters. */
  async cursor() {
    const text = await this.page
      .locator("[id='status.editor.selection']")
      .first()
      .textContent({ timeout: 2000 })
      .catch(() => "");
    const place = /Ln (\d+), Col (\d+)(?: \((\d+) selected\))?/.exec(text ?? "");
    return place ? { line: Number(place[1]), column: Number(place[2]), selected: Number(place[3] ?? 0) } : undefined;
  }

  /** The line of the cursor in the text editor, whatever has the focus. */
  async activeLine() {
    const number = this.page.locator(".monaco-editor .line-numbers.active-line-number").first();
    return Number(await number.textContent({ timeout: 2000 }).catch(() => "0"));
  }

  /** The rows of the problems view. */
  async problems() {
    if (!(await this.page.locator(".markers-panel").isVisible())) {
      await this.press("Control+Shift+M");
      await this.page.locator(".markers-panel").waitFor({ state: "visible" });
    }
    return this.page.locator(".markers-panel .monaco-list-row").allInnerTexts();
  }

  async closePanel() {
    const panel = this.page.locator(".part.panel");
    if (!(await panel.isVisible())) return;
    await this.press("Control+J");
    await panel.waitFor({ state: "hidden" });
  }

  /** What stands on a line of the active editor, if it is in sight. */
  async lineText(part) {
    const lines = await this.page
      .locator(".editor-group-container.active .view-line")
      .evaluateAll((all) => all.map((line) => line.textContent?.replace(/\u00a0/g, " ") ?? ""));
    return lines.find((line) => line.includes(part));
  }

  /** The document inside the webview of this title, once it is loaded. */
  async webview(selector) {
    return until(`a webview with ${selector}`, async () => {
      for (const frame of this.page.frames()) if (await frame.$(selector).catch(() => undefined)) return frame;
      return undefined;
    });
  }

  async focusEditor() {
    await this.press("Control+1");
    await this.page.waitForFunction(() => document.activeElement?.closest(".monaco-editor") !== null);
  }

  /** Opens the quick fixes at the cursor and takes the first whose title holds this text. */
  async quickFix(title) {
    await this.press("Control+.");
    const row = this.page.locator(".action-widget .monaco-list-row").filter({ hasText: title }).first();
    await row.waitFor({ state: "visible" });
    // With the keyboard: the menu takes no clicks for its first moments.
    for (let i = 0; i < 20; i++) {
      if (await row.evaluate((element) => element.classList.contains("focused"))) break;
      await this.press("ArrowDown");
    }
    await this.press("Enter");
  }

  /** Takes a row of the quick pick that is open. */
  async choose(text) {
    const row = this.page.locator(".quick-input-list .monaco-list-row").filter({ hasText: text }).first();
    await row.waitFor({ state: "visible" });
    await row.click();
  }

  /** Waits for the input box with this prompt: the one before it looks the same. */
  async asked(prompt) {
    await this.page.locator(".quick-input-message", { hasText: prompt }).waitFor({ state: "visible" });
  }

  /** Answers the input box with this prompt; undefined leaves what it proposes. */
  async answer(prompt, text) {
    await this.asked(prompt);
    const input = this.page.locator(".quick-input-widget input[type=text]").first();
    await input.waitFor({ state: "visible" });
    if (text !== undefined) await input.fill(text);
    await this.press("Enter");
  }

  /** Types into the quick pick or input box that is open, in place of what stands there. */
  async fill(text) {
    const input = this.page.locator(".quick-input-widget input[type=text]").first();
    await input.waitFor({ state: "visible" });
    await input.fill(text);
  }

  /** Ticks a row of the quick pick that is open, or takes the tick away. */
  async tick(text) {
    const row = this.page
      .locator(".quick-input-list .monaco-list-row")
      .filter({ hasText: text, hasNotText: `“${text}”` })
      .first();
    await row.waitFor({ state: "visible" });
    const box = row.locator("[role=checkbox], input[type=checkbox]").first();
    const state = async () => (await row.getAttribute("aria-checked")) ?? (await box.getAttribute("aria-checked"));
    const before = await state();
    await row.click();
    await until(`${text} to be ticked`, async () => (await state()) !== before);
  }

  /** Fails where a notification complains, and tells what it says. */
  async quiet() {
    const said = await this.page
      .locator(".notification-list-item")
      .evaluateAll((all) =>
        all
          .filter((one) => one.querySelector(".codicon-error, .codicon-warning"))
          .map((one) => one.querySelector(".notification-list-item-message")?.textContent),
      );
    if (said.length > 0) throw new Error(`The editor complains: ${said.join("; ")}`);
  }

  async save() {
    await this.press("Control+S");
  }

  keep(name) {
    return keepPicture(this.page, name);
  }
}
