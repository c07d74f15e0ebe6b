import assert from "node:assert/strict";
import test, { after, before } from "node:test";
import { startBrowser } from "../support/browser.mjs";
import { background, shapesWorkspace } from "../support/shapesWorkspace.mjs";
import { startVsCode } from "../support/vscodeServer.mjs";
import { until } from "../support/wait.mjs";
import { Workbench } from "../support/workbench.mjs";

let browser;
let workspace;
let server;
let code;
let view;

before(async () => {
  browser = await startBrowser();
  [workspace, server] = await Promise.all([shapesWorkspace(browser), startVsCode()]);
  code = await Workbench.open(browser, server.url(workspace.folder));
  await code.openFile("shapes.xml");
  await code.goTo(lineOf('<image id="0"'), 8);
  await code.run("LabelSpec: Show Picture");
  view = await code.webview("#stage .shape");
});
after(async () => {
  await code?.keep("shapes-last");
  await browser?.close();
  await server?.stop();
  await workspace?.remove();
});

function lineOf(part) {
  return workspace.text.slice(0, workspace.text.indexOf(part)).split("\n").length;
}

const shapeOf = (name) => `#stage .shape[aria-label='${name}']`;

test("every shape has its kind, and the tag is beside the image", async () => {
  const kinds = await view.locator("#stage .shape").evaluateAll((all) => all.map((one) => one.classList[1]));
  assert.deepEqual(kinds.sort(), [
    ...["box", "cuboid", "ellipse", "mask", "point", "polygon", "polyline", "rotatedBox", "skeleton"],
  ]);
  assert.equal(await view.locator("button.unplaced").innerText(), "night");
  await code.keep("shapes");
});

test("every area lies on its object in the picture, pixel by pixel", async () => {
  const painted = await paintedPixels();
  for (const object of workspace.objects.filter((one) => one.paint && !one.dots && !one.line)) {
    const { both, either } = await view.locator(`${shapeOf(object.class)} .target`).evaluate(
      (path, { color, others, painted, width, height }) => {
        const counts = { both: 0, either: 0 };
        const point = path.ownerSVGElement.createSVGPoint();
        for (let y = 0; y < height; y++)
          for (let x = 0; x < width; x++) {
            [point.x, point.y] = [x + 0.5, y + 0.5];
            const pixel = painted[y * width + x];
            // Pixels of the edge are of both colours.
            const blend = pixel !== color && !others.includes(pixel);
            if (blend) continue;
            const drawn = path.isPointInFill(point);
            const seen = pixel === color;
            if (drawn || seen) counts.either++;
            if (drawn && seen) counts.both++;
          }
        return counts;
      },
      { color: object.color, others: [background, ...workspace.objects.map((one) => one.color)], ...painted },
    );
    assert.ok(either > 1000, `${object.class} is not painted`);
    // The cuboid's faces overlap: what is inside of both is outside of the outline.
    if (object.class !== "van") assert.ok(both / either > 0.995, `${object.class}: only ${both} of ${either} pixels agree`);
    else assert.ok(both / either > 0.4, `${object.class}: only ${both} of ${either} pixels agree`);
  }
});

test("the outline of the cuboid has the corners of both faces and the edges between them", async () => {
  const path = await view.locator(`${shapeOf("van")} .target`).getAttribute("d");
  assert.equal(
    path,
    "M240 170L320 170 320 230 240 230zM270 150L350 150 350 210 270 210z" +
      "M240 170L270 150M320 170L350 150M320 230L350 210M240 230L270 210",
  );
});

test("lines run and points stand where they are in the picture", async () => {
  const painted = await paintedPixels();
  const at = ([x, y]) => painted.painted[Math.floor(y) * painted.width + Math.floor(x)];
  for (const object of workspace.objects.filter((one) => one.dots)) {
    const dots = await view
      .locator(`${shapeOf(object.class)} .dot`)
      .evaluateAll((all) => all.map((dot) => [dot.cx.baseVal.value, dot.cy.baseVal.value]));
    assert.deepEqual(dots, object.dots);
    for (const dot of dots) assert.equal(at(dot), object.color, `${object.class} at ${dot}`);
  }
  for (const name of ["lane", "person"]) {
    const object = workspace.objects.find((one) => one.class === name);
    const along = await view.locator(`${shapeOf(name)} .target`).evaluate((path) => {
      const length = path.getTotalLength();
      return Array.from({ length: 200 }, (_, i) => {
        const { x, y } = path.getPointAtLength((length * (i + 0.5)) / 200);
        return [x, y];
      });
    });
    const wrong = along.filter((point) => at(point) !== object.color);
    assert.ok(wrong.length < 4, `${name} leaves its line at ${JSON.stringify(wrong.slice(0, 5))}`);
  }
});

test("a hidden keypoint is a ring, one that is not labelled is not drawn", async () => {
  const dots = view.locator(`${shapeOf("person")} .dot`);
  assert.deepEqual(await dots.evaluateAll((all) => all.map((dot) => dot.classList.contains("hidden"))), [
    ...[false, false, true],
  ]);
  assert.deepEqual(await dots.locator("title").allTextContents(), ["nose", "left_hand", "right_hand"]);
});

test("every shape selects its text, the tag too, and every text its shape", async () => {
  await view.locator("#stage").focus();
  await code.press("Escape");
  // In the order of the file, the tag last.
  for (const object of workspace.objects) {
    await code.press("j");
    const line = lineOf(object.xml.split("\n")[0]);
    await until(`the cursor at ${object.class}`, async () => (await code.activeLine()) === line);
    assert.equal(await view.locator("#shape strong").innerText(), object.class);
  }
  for (const object of workspace.objects.filter((one) => one.paint)) {
    await code.focusEditor();
    await code.goTo(lineOf(object.xml.split("\n")[0]), 10);
    await until(`${object.class} to be selected`, () =>
      view.locator(shapeOf(object.class)).evaluate((one) => one.classList.contains("selected")),
    );
  }
});

/** The colour of each pixel of the picture, as #rrggbb. */
async function paintedPixels() {
  const page = await browser.newPage();
  try {
    return await page.evaluate(async (picture) => {
      const image = new Image();
      image.src = picture;
      await image.decode();
      const canvas = new OffscreenCanvas(image.width, image.height);
      const context = canvas.getContext("2d");
      context.drawImage(image, 0, 0);
      const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
      const hex = (value) => value.toString(16).padStart(2, "0");
      const painted = Array.from({ length: width * height }, (_, i) => {
        return `#${hex(data[4 * i])}${hex(data[4 * i + 1])}${hex(data[4 * i + 2])}`;
      });
      return { painted, width, height };
    }, workspace.picture);
  } finally {
    await page.close();
  }
}
