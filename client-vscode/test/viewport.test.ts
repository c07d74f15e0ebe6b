import assert from "node:assert/strict";
import test from "node:test";
import { fit, pan, reachOf, reveal, viewBox, type Viewport, zoomAt } from "../src/picture/model/viewport";

const image = { width: 640, height: 360 };
const screen = { width: 400, height: 400 };

/** Where a pixel of the image is on the screen. */
const toScreen = (view: Viewport, x: number, y: number) => [(x - view.left) * view.scale, (y - view.top) * view.scale];
const close = (actual: number[], wanted: number[]) =>
  actual.forEach((value, index) =>
    assert.ok(Math.abs(value - wanted[index]!) < 1e-9, `${actual.join()} is not ${wanted.join()}`),
  );

test("fitting shows the whole image in the middle", () => {
  const view = fit(image, screen);
  close(toScreen(view, 320, 180), [200, 200]);
  assert.ok(toScreen(view, 0, 0)[0]! >= 0 && toScreen(view, 640, 360)[0]! <= 400);
});

test("zooming keeps the pixel under the pointer", () => {
  const view = fit(image, screen);
  const [x, y] = [100, 180];
  const before = [view.left + x / view.scale, view.top + y / view.scale];
  const after = zoomAt(view, 3, x, y, image, screen);
  close(toScreen(after, before[0]!, before[1]!), [x, y]);
  close([after.scale], [view.scale * 3]);
});

test("zoom has limits both ways", () => {
  const view = fit(image, screen);
  assert.equal(zoomAt(view, 1e9, 0, 0, image, screen).scale, 64);
  close([zoomAt(view, 1e-9, 0, 0, image, screen).scale], [view.scale / 2]);
});

test("the picture cannot be pushed out of sight", () => {
  for (const [dx, dy] of [
    [1e6, 1e6],
    [-1e6, -1e6],
  ]) {
    const view = pan(fit(image, screen), dx!, dy!, image, screen);
    const middle = [view.left + 200 / view.scale, view.top + 200 / view.scale];
    assert.ok(middle[0]! >= 0 && middle[0]! <= 640 && middle[1]! >= 0 && middle[1]! <= 360);
  }
});

test("a shape in sight stays where it is", () => {
  const view = fit(image, screen);
  assert.equal(reveal(view, { left: 100, top: 100, width: 200, height: 100 }, image, screen), view);
});

test("a shape out of sight comes to the middle", () => {
  const near = zoomAt(fit(image, screen), 8, 0, 0, image, screen);
  const view = reveal(near, { left: 500, top: 300, width: 20, height: 20 }, image, screen);
  close(toScreen(view, 510, 310), [200, 200]);
});

test("a tiny shape comes closer, but not so close that its surroundings are lost", () => {
  const view = reveal(fit(image, screen), { left: 610, top: 180, width: 5, height: 9 }, image, screen);
  const shown = 9 * view.scale;
  assert.ok(shown > 24 && shown < 200, `shown ${shown} pixels high`);
});

test("a window without size does not break anything", () => {
  assert.ok(!viewBox(fit({ width: 0, height: 0 }, { width: 1, height: 1 }), { width: 1, height: 1 }).includes("NaN"));
});

test("a shape outside of its image can be brought to the middle", () => {
  const box = { left: 800, top: 100, width: 60, height: 60 };
  const view = reveal(fit(image, screen), box, image, screen, reachOf(image, [box]));
  close(toScreen(view, 830, 130), [200, 200]);
});

test("what reaches far beyond the image does not take the picture with it", () => {
  assert.deepEqual(reachOf(image, [{ left: -1e9, top: 0, width: 2e9, height: 10 }]), {
    left: -640,
    top: 0,
    width: 1920,
    height: 360,
  });
});
