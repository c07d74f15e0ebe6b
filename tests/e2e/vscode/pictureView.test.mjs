import assert from "node:assert/strict";
import test, { after, before, beforeEach } from "node:test";
import { keepPicture, startBrowser } from "../support/browser.mjs";
import { everyShape } from "../support/pictureFixture.mjs";
import { openPictureView } from "../support/pictureView.mjs";
import { until } from "../support/wait.mjs";

let browser;
let view;

before(async () => {
  browser = await startBrowser();
});
after(() => browser.close());
beforeEach(async () => {
  await view?.page.close();
  view = await openPictureView(browser);
  await view.send({ kind: "picture", picture: everyShape(), source: view.image, labels: "all" });
  await view.page.waitForSelector("[data-shape='0']");
});

/** A point of the image on the screen. */
async function at(x, y) {
  return view.page.evaluate(
    ([x, y]) => {
      const stage = document.getElementById("stage");
      const point = new DOMPoint(x, y).matrixTransform(stage.getScreenCTM());
      return [point.x, point.y];
    },
    [x, y],
  );
}

const selected = () => view.page.$$eval(".shape.selected", (all) => all.map((one) => Number(one.dataset.shape)));
/** What has no place on the image and is selected. */
const pressed = () =>
  view.page.$$eval(".unplaced[aria-pressed=true]", (all) => all.map((one) => Number(one.dataset.shape)));
const last = async () => (await view.messages()).at(-1);
const clickAt = async (x, y) => view.page.mouse.click(...(await at(x, y)));

test("every kind of shape that has a place is drawn, over the image, without any complaint of the policy", async () => {
  const drawn = await view.page.$$eval(".shape", (all) => all.map((one) => Number(one.dataset.shape)));
  assert.deepEqual(drawn, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
  for (const index of drawn) {
    const box = await view.page.locator(`[data-shape='${index}']`).boundingBox();
    assert.ok(box.width > 5 && box.height > 5, `shape ${index} has no size`);
  }
  assert.equal(await view.page.locator(".label").count(), 10);
  assert.equal(await view.page.locator(".shape.error .violation").count(), 1);
  assert.deepEqual(view.problems, []);
  assert.ok(
    view.asked.every((url) => url.startsWith("http://picture.invalid/")),
    view.asked.join(),
  );
  await keepPicture(view.page, "view-every-shape");
});

test("a click selects the smallest shape and tells the text; the next click the one around it", async () => {
  await clickAt(120, 240);
  assert.deepEqual(await selected(), [1]);
  assert.deepEqual(await last(), { kind: "selectShape", shape: 1, focus: false });
  await clickAt(120, 240);
  assert.deepEqual(await selected(), [0]);
  assert.equal(
    await view.page.locator("[aria-expanded=true] .message").textContent(),
    "car 0 and truck 1 are one vehicle",
  );
  await keepPicture(view.page, "view-selected");
});

test("a click into a hole, or beside everything, selects nothing", async () => {
  await clickAt(120, 240);
  await clickAt(600, 20);
  assert.deepEqual(await selected(), []);
  await clickAt(418, 228);
  assert.deepEqual(await selected(), []);
});

test("the text selects a shape here, without an echo", async () => {
  const before = (await view.messages()).length;
  await view.send({ kind: "select", shape: 8 });
  await until("the shape to be selected", async () => (await selected())[0] === 8);
  assert.equal((await view.messages()).length, before);
});

test("n and p go through the violations and on to the next image", async () => {
  const seen = [];
  for (let i = 0; i < 4; i++) {
    await view.page.keyboard.press("n");
    seen.push(await last());
  }
  assert.deepEqual(
    seen.map((message) => message.fingerprint ?? message.index),
    ["a", "b", "c", 2],
  );
  assert.deepEqual(seen[3], { kind: "image", index: 2, finding: "first" });
  await view.page.keyboard.press("p");
  assert.equal((await last()).fingerprint, "b");
});

test("keys go through the shapes, fix, and show the text", async () => {
  await view.page.keyboard.press("j");
  assert.deepEqual(await selected(), [0]);
  await view.page.keyboard.press("f");
  assert.deepEqual(await last(), { kind: "fix", fingerprint: "a", fix: 0 });
  await view.page.keyboard.press("w");
  assert.deepEqual(await last(), { kind: "waive", fingerprint: "a" });
  // Before the first shape comes the last one: a tag, which stands beside the image.
  await view.page.keyboard.press("k");
  assert.deepEqual(await selected(), []);
  assert.deepEqual(await pressed(), [10]);
  await view.page.keyboard.press("k");
  assert.deepEqual(await selected(), [9]);
  assert.deepEqual(await pressed(), []);
  await view.page.keyboard.press("Enter");
  assert.deepEqual(await last(), { kind: "selectShape", shape: 9, focus: true });
  await view.page.keyboard.press("Escape");
  assert.deepEqual(await selected(), []);
  await view.page.keyboard.press("]");
  assert.deepEqual(await last(), { kind: "image", index: 2 });
});

test("a finding's repair is a button", async () => {
  await view.page.locator(".finding").first().click();
  await view.page.getByRole("button", { name: "Remove truck 1" }).click();
  assert.deepEqual(await last(), { kind: "fix", fingerprint: "a", fix: 0 });
});

test("filters hide classes, rules and severities, and survive the next picture", async () => {
  await view.page.locator("[data-filter=classes] summary").click();
  await view.page.getByLabel("car 1", { exact: false }).first().click();
  await view.page.waitForSelector("[data-shape='0']", { state: "detached" });
  assert.equal(await view.page.locator("#count").textContent(), "2 findings");
  await view.send({ kind: "picture", picture: everyShape(), source: view.image, labels: "all" });
  assert.equal(await view.page.locator("[data-shape='0']").count(), 0);
  await view.page.locator("[data-filter=severities] summary").click();
  await view.page.getByRole("checkbox", { name: "warning" }).click();
  assert.equal(await view.page.locator("#count").textContent(), "1 finding");
  assert.deepEqual((await view.state()).filter, { classes: ["car"], rules: [], severities: ["warning"] });
  await keepPicture(view.page, "view-filters");
});

test("a filter is used by keys: the focus stays in its list, Escape closes it and selects nothing away", async () => {
  await view.page.locator("[data-shape='0'] .outline").first().waitFor();
  await view.page.keyboard.press("j");
  const before = await selected();
  const summary = view.page.locator("[data-filter=classes] summary");
  await summary.focus();
  await view.page.keyboard.press("Enter");
  await view.page.keyboard.press("Tab");
  const focus = () => view.page.evaluate(() => [document.activeElement?.tagName, document.activeElement?.value]);
  const [, value] = await focus();
  await view.page.keyboard.press("Space");
  await until("the list made anew", async () => (await summary.textContent()).includes("1 hidden"));
  assert.deepEqual(await focus(), ["INPUT", value]);
  await view.page.keyboard.press("Space");
  await view.page.keyboard.press("Escape");
  assert.equal(await view.page.locator("details.filter[open]").count(), 0);
  assert.deepEqual(await focus(), ["SUMMARY", undefined]);
  assert.deepEqual(await selected(), before);
});

test("one filter is open at a time, and a click beside it closes it", async () => {
  const open = () => view.page.locator("details.filter[open]");
  await view.page.locator("[data-filter=classes] summary").click();
  await view.page.locator("[data-filter=rules] summary").click();
  await until("the other to close", async () => (await open().count()) === 1);
  assert.equal(await open().getAttribute("data-filter"), "rules");
  await clickAt(620, 20);
  assert.equal(await open().count(), 0);
});

test("of two thousand labels those are shown that cover no other, and a step is quick", async () => {
  const picture = everyShape();
  const [box] = picture.shapes;
  picture.shapes = Array.from({ length: 2000 }, (_, index) => ({
    ...box,
    index,
    label: `car ${index}`,
    box: { left: (index * 37) % 600, top: (index * 91) % 340, width: 20, height: 12 },
  }));
  picture.findings = [];
  await view.send({ kind: "picture", picture, source: view.image, labels: "all" });
  await until("the shapes", async () => (await view.page.locator(".shape").count()) === 2000);
  const seen = () => view.page.locator(".label:not(.crowded)").count();
  const far = await seen();
  assert.ok(far > 20 && far < 400, `${far} labels`);
  const boxes = await view.page.$$eval(".label:not(.crowded)", (all) =>
    all.map((one) => one.getBoundingClientRect()).map(({ left, right, top, bottom }) => ({ left, right, top, bottom })),
  );
  const covered = boxes.filter((a, i) =>
    boxes.some((b, j) => j !== i && a.left + 12 < b.right && b.left + 12 < a.right && a.top + 8 < b.bottom && b.top + 8 < a.bottom),
  );
  assert.deepEqual(covered, []);
  for (let i = 0; i < 6; i++) await view.page.keyboard.press("+");
  assert.ok((await seen()) > far, "closer, there is room for more");
  await view.page.keyboard.press("j");
  const [index] = await selected();
  assert.equal(await view.page.locator(".label:not(.crowded)", { hasText: new RegExp(`^car ${index}$`) }).count(), 1);
  await keepPicture(view.page, "view-many");
});

test("the label of a shape at the upper border is in sight", async () => {
  const picture = everyShape();
  picture.shapes = [{ ...picture.shapes[0], box: { left: 200, top: 0, width: 60, height: 60 } }];
  picture.findings = [];
  await view.send({ kind: "picture", picture, source: view.image, labels: "all" });
  await until("the label alone", async () => (await view.page.locator(".label").count()) === 1);
  const [, top] = await at(200, 0);
  const label = await view.page.$eval(".label", (text) => text.getBoundingClientRect().top);
  assert.ok(label >= top - 2, `the label begins at ${label}, the image at ${top}`);
});

test("a shape outside of the image is shown when its finding is chosen", async () => {
  const picture = everyShape();
  picture.shapes[0].box = { left: 900, top: 100, width: 80, height: 60 };
  await view.send({ kind: "picture", picture, source: view.image, labels: "all", finding: "a" });
  await until("the shape in sight", () =>
    view.page.evaluate(() => {
      const shape = document.querySelector("[data-shape='0'] .outline").getBoundingClientRect();
      const stage = document.getElementById("stage").getBoundingClientRect();
      return shape.left >= stage.left && shape.right <= stage.right && shape.top >= stage.top && shape.bottom <= stage.bottom;
    }),
  );
});

test("a mask has a line around it, and its inside stays to be seen", async () => {
  const picture = everyShape();
  const mask = picture.shapes.find((shape) => shape.kind === "mask");
  picture.findings = [{ ...picture.findings[0], shape: mask.index }];
  await view.send({ kind: "picture", picture, source: view.image, labels: "none" });
  const path = await view.page.locator(`[data-shape='${mask.index}'] .violation`).getAttribute("d");
  assert.doesNotMatch(path, /z/, "no closed rectangles, which would be drawn within the mask");
});

test("what EXIF data turns is turned back where the file counts in stored pixels", async () => {
  const picture = everyShape();
  Object.assign(picture.image, { actualWidth: 640, actualHeight: 360, unturned: 6 });
  await view.send({ kind: "picture", picture, source: view.image, labels: "all" });
  const image = view.page.locator("#stage image");
  await until("the image turned back", async () => (await image.getAttribute("transform")) === "matrix(0 -1 1 0 0 360)");
  assert.deepEqual([await image.getAttribute("width"), await image.getAttribute("height")], ["360", "640"]);
  const { left, top, right, bottom } = await image.evaluate((one) => one.getBoundingClientRect().toJSON());
  const corners = [...(await at(0, 0)), ...(await at(640, 360))];
  [left, top, right, bottom].forEach((side, index) => assert.ok(Math.abs(side - corners[index]) < 1.5));
});

test("a picture that cannot be shown says so", async () => {
  await view.send({ kind: "picture", picture: everyShape(), source: `${new URL(view.image).origin}/none.png`, labels: "all" });
  await until("the reason", async () => /cannot show it/.test(await view.page.locator(".missing").textContent()));
  assert.equal(await view.page.locator(".shape").count(), 10);
});

test("before the first picture the page says that it comes, and knows its file for the next start", async () => {
  const fresh = await openPictureView(browser);
  assert.equal(await fresh.page.locator("#message").textContent(), "The picture is on its way…");
  assert.equal((await fresh.state()).uri, "file:///data/train.json");
  await fresh.page.close();
});

test("wheel and keys zoom, dragging pans, 0 fits; widths stay those of the screen", async () => {
  const scale = () =>
    view.page.evaluate(() => Number(document.getElementById("stage").style.getPropertyValue("--scale")));
  const fitted = await scale();
  const [x, y] = await at(320, 180);
  await view.page.mouse.move(x, y);
  await view.page.mouse.wheel(0, -400);
  await until("the zoom", async () => (await scale()) > fitted * 2);
  const [zoomedX, zoomedY] = await at(320, 180);
  assert.ok(Math.hypot(zoomedX - x, zoomedY - y) < 2, "the pixel under the pointer moved");
  await view.page.mouse.down();
  await view.page.mouse.move(x + 60, y + 30);
  await view.page.mouse.up();
  const [draggedX, draggedY] = await at(320, 180);
  assert.ok(Math.hypot(draggedX - x - 60, draggedY - y - 30) < 2, "the picture did not follow the pointer");
  assert.deepEqual(await selected(), [], "a drag is no click");
  assert.equal(
    await view.page.$eval("[data-shape='0'] .outline", (path) => getComputedStyle(path).vectorEffect),
    "non-scaling-stroke",
  );
  await view.page.keyboard.press("0");
  assert.equal(await scale(), fitted);
});

test("labels of all, of what is wrong, of nothing", async () => {
  await view.page.keyboard.press("l");
  assert.equal(await view.page.locator(".label").count(), 2);
  await view.page.keyboard.press("l");
  assert.equal(await view.page.locator(".label").count(), 0);
});

test("a label at the right border is not cut off", async () => {
  const picture = everyShape();
  picture.shapes = [picture.shapes[0]];
  picture.findings = [];
  picture.shapes[0].box = { left: 620, top: 150, width: 15, height: 30 };
  await view.send({ kind: "picture", picture, source: view.image, labels: "all" });
  await until("the label alone", async () => (await view.page.locator(".label").count()) === 1);
  const [right] = await at(640, 0);
  const label = await view.page.$eval(".label", (text) => text.getBoundingClientRect().right);
  assert.ok(label <= right, `the label ends at ${label}, the image at ${right}`);
});

test("text of a file is never markup", async () => {
  const picture = everyShape();
  picture.findings[0].message = "<img src=x onerror=alert(1)>";
  picture.shapes[0].label = "<script>alert(1)</script>";
  await view.send({ kind: "picture", picture, source: view.image, labels: "all" });
  await until("the message", async () => (await view.page.locator(".message").first().textContent())?.includes("<img"));
  assert.equal(await view.page.locator("#findings img, #stage script").count(), 0);
});

test("an image that is missing says so, its shapes are drawn all the same", async () => {
  const picture = everyShape();
  picture.image.missing = "images/frame_001.png was not found.";
  await view.send({ kind: "picture", picture, labels: "all" });
  await until("the reason", async () => (await view.page.locator(".missing").textContent()) === picture.image.missing);
  assert.equal(await view.page.locator(".shape").count(), 10);
});

test("what is selected is there again when the page comes back", async () => {
  await view.page.locator(".finding").nth(1).click();
  const [before, chosen] = [await selected(), await view.page.locator(".open .message").innerText()];
  const state = await view.state();
  await view.page.close();
  view = await openPictureView(browser, state);
  await view.send({ kind: "picture", picture: everyShape(), source: view.image, labels: "all" });
  await view.page.waitForSelector("[data-shape='0']");
  assert.deepEqual([await selected(), await view.page.locator(".open .message").innerText()], [before, chosen]);
});

test("what is shown is kept for the next start", async () => {
  const { uri, image, index } = await view.state();
  assert.deepEqual({ uri, image, index }, { uri: "file:///data/train.json", image: "frame_001.png", index: 1 });
});
