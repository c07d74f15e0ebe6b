import type { Box, Picture, Severity, Shape } from "../../protocol/shapes";
import type { LabelMode } from "../messages";
import { type Drawing, draw } from "../model/drawing";
import { labelRoom, leaves, type Placed } from "../model/labelRoom";
import { LabelRows } from "../model/labelRows";
import { pick } from "../model/order";
import { unturned } from "../model/unturned";
import { fit, pan, reachOf, reveal, type Size, viewBox, type Viewport, zoomAt } from "../model/viewport";
import { svg } from "./dom";

/** How far, in pixels of the screen, the pointer may move in a click. */
const clickSlack = 4;

/** The image with its shapes: draws them, zooms, pans, and says which shape was clicked. */
export class Stage {
  readonly #root: SVGSVGElement;
  readonly #background = svg("g");
  readonly #layer = svg("g");
  readonly #labels = svg("g", { class: "labels" });
  readonly #onPick: (index: number | undefined, open: boolean) => void;
  readonly #onBroken: () => void;
  #drawings = new Map<number, { drawing: Drawing; element: SVGElement }>();
  #placed: { shape: number; place: Placed; element: SVGElement }[] = [];
  #image: Size = { width: 1, height: 1 };
  #reach: Box = { left: 0, top: 0, width: 1, height: 1 };
  #view: Viewport = { left: 0, top: 0, scale: 1 };
  #fitted = true;
  #selected: number | undefined;

  /**
   * @param onPick A shape was clicked, or none.
   * @param onBroken The image is there, but cannot be shown.
   */
  constructor(root: SVGSVGElement, onPick: (index: number | undefined, open: boolean) => void, onBroken: () => void) {
    this.#root = root;
    this.#onPick = onPick;
    this.#onBroken = onBroken;
    root.append(this.#background, this.#layer, this.#labels);
    this.#listen();
    new ResizeObserver(() => {
      if (this.#fitted) this.fit();
      else this.#show(this.#view);
    }).observe(root);
  }

  /** Draws another image, fitted; or the same one again, at the zoom that it has. */
  show(
    picture: Picture,
    source: string | undefined,
    shapes: readonly Shape[],
    worst: ReadonlyMap<number, Severity>,
    labels: LabelMode,
    another: boolean,
  ): void {
    this.#image = { width: picture.image.width, height: picture.image.height };
    this.#background.replaceChildren(...background(picture, source, this.#onBroken));
    this.#drawings = new Map();
    this.#placed = [];
    const elements: SVGElement[] = [];
    const rows = new LabelRows();
    const fitted = fit(this.#image, this.#screen()).scale;
    for (const shape of shapes) {
      const drawing = draw(shape);
      if (drawing === undefined) continue;
      const severity = worst.get(shape.index);
      const element = shapeElement(shape, drawing, severity);
      elements.push(element);
      this.#drawings.set(shape.index, { drawing, element });
      if (labels === "all" || (labels === "violations" && severity !== undefined))
        this.#placed.push(labelOf(shape, drawing, severity, rows.next(drawing.anchor), this.#image.width, fitted));
    }
    this.#reach = reachOf(
      this.#image,
      [...this.#drawings.values()].map(({ drawing }) => drawing.bounds),
    );
    this.#layer.replaceChildren(...elements);
    this.#labels.replaceChildren(...this.#placed.map(({ element }) => element));
    this.select(this.#selected);
    if (another || this.#fitted) this.fit();
  }

  select(index: number | undefined): void {
    this.#selected = index;
    for (const element of this.#layer.querySelectorAll(".selected")) element.classList.remove("selected");
    const element = index === undefined ? undefined : this.#drawings.get(index)?.element;
    if (element) {
      element.classList.add("selected");
      this.#layer.append(element);
    }
    this.#makeRoom();
  }

  reveal(index: number): void {
    const bounds = this.#drawings.get(index)?.drawing.bounds;
    if (bounds) this.#move(reveal(this.#view, bounds, this.#image, this.#screen(), this.#reach));
  }

  /** Whether a shape has a place on the image, and is not filtered away. */
  draws(index: number): boolean {
    return this.#drawings.has(index);
  }

  fit(): void {
    this.#fitted = true;
    this.#show(fit(this.#image, this.#screen()));
  }

  zoom(factor: number): void {
    const screen = this.#screen();
    this.#move(zoomAt(this.#view, factor, screen.width / 2, screen.height / 2, this.#image, screen, this.#reach));
  }

  pan(dx: number, dy: number): void {
    this.#move(pan(this.#view, dx, dy, this.#image, this.#screen(), this.#reach));
  }

  #move(view: Viewport): void {
    if (view === this.#view) return;
    this.#fitted = false;
    this.#show(view);
  }

  #show(view: Viewport): void {
    const isZoomed = view.scale !== this.#view.scale;
    this.#view = view;
    this.#root.setAttribute("viewBox", viewBox(view, this.#screen()));
    // Line widths, dots and labels keep their size on the screen: the style sheet divides by this.
    this.#root.style.setProperty("--scale", String(view.scale));
    this.#root.classList.toggle("close", view.scale >= 4);
    if (isZoomed) this.#makeRoom();
  }

  /** Labels that would lie on others are left out; the selected shape keeps its own. */
  #makeRoom(): void {
    const places = this.#placed.map(({ shape, place }) => (shape === this.#selected ? { ...place, rank: -1 } : place));
    labelRoom(places, this.#view.scale).forEach((isShown, index) =>
      this.#placed[index]!.element.classList.toggle("crowded", !isShown),
    );
  }

  #screen(): Size {
    return { width: Math.max(this.#root.clientWidth, 1), height: Math.max(this.#root.clientHeight, 1) };
  }

  #listen(): void {
    this.#root.addEventListener(
      "wheel",
      (event) => {
        event.preventDefault();
        const box = this.#root.getBoundingClientRect();
        const factor = Math.exp(-event.deltaY / (event.ctrlKey ? 100 : 400));
        this.#move(
          zoomAt(
            this.#view,
            factor,
            event.clientX - box.left,
            event.clientY - box.top,
            this.#image,
            this.#screen(),
            this.#reach,
          ),
        );
      },
      { passive: false },
    );
    let from: { x: number; y: number; moved: boolean } | undefined;
    this.#root.addEventListener("pointerdown", (event) => {
      if (event.button > 1) return;
      from = { x: event.clientX, y: event.clientY, moved: false };
      this.#root.setPointerCapture(event.pointerId);
    });
    this.#root.addEventListener("pointermove", (event) => {
      if (from === undefined) return;
      const [dx, dy] = [event.clientX - from.x, event.clientY - from.y];
      if (!from.moved && Math.hypot(dx, dy) < clickSlack) return;
      from = { x: event.clientX, y: event.clientY, moved: true };
      this.pan(dx, dy);
    });
    this.#root.addEventListener("pointerup", (event) => {
      const click = from !== undefined && !from.moved && event.button === 0;
      from = undefined;
      if (click) this.#onPick(pick(this.#under(event.clientX, event.clientY), this.#selected), false);
    });
    this.#root.addEventListener("pointercancel", () => (from = undefined));
    this.#root.addEventListener("dblclick", () => this.#onPick(this.#selected, true));
  }

  #under(x: number, y: number): { index: number; bounds: Box }[] {
    const indices = new Set<number>();
    for (const element of document.elementsFromPoint(x, y)) {
      const index = element.closest("[data-shape]")?.getAttribute("data-shape");
      if (index != null) indices.add(Number(index));
    }
    return [...indices].flatMap((index) => {
      const known = this.#drawings.get(index);
      return known ? [{ index, bounds: known.drawing.bounds }] : [];
    });
  }
}

function background(picture: Picture, source: string | undefined, onBroken: () => void): SVGElement[] {
  const { width, height, actualWidth, actualHeight } = picture.image;
  const frame = svg("rect", { class: "frame", width, height });
  if (source === undefined) return [frame];
  // At its own size, whatever the file declares: where the two differ, that is what is wrong, and it is seen.
  const [w, h] = [actualWidth ?? width, actualHeight ?? height];
  const back = unturned(picture.image.unturned ?? 1, w, h);
  const sides = back === undefined ? { width: w, height: h } : { width: h, height: w, transform: back };
  const image = svg("image", { href: source, ...sides });
  image.addEventListener("error", onBroken);
  return [frame, image];
}

function shapeElement(shape: Shape, drawing: Drawing, severity: Severity | undefined): SVGElement {
  const group = svg("g", {
    class: ["shape", shape.kind, severity ?? "", shape.crowd ? "crowd" : ""].join(" ").trim(),
    "data-shape": shape.index,
    role: "img",
    "aria-label": shape.label,
    color: shape.color,
  });
  if (drawing.path !== "") {
    // A wide invisible line makes thin ones easy to hit.
    group.append(svg("path", { class: "target", d: drawing.path, "fill-rule": "evenodd" }));
    const { edge } = drawing;
    if (severity !== undefined) group.append(svg("path", { class: "violation", d: edge ?? drawing.path }));
    group.append(
      svg("path", { class: drawing.closed ? "outline area" : "outline", d: drawing.path, "fill-rule": "evenodd" }),
    );
    if (edge !== undefined) group.append(svg("path", { class: "edge", d: edge }));
  }
  for (const dot of drawing.dots)
    group.append(
      svg(
        "circle",
        { class: dot.hidden ? "dot hidden" : "dot", cx: dot.x, cy: dot.y },
        dot.name === undefined ? undefined : svg("title", {}, dot.name),
      ),
    );
  return group;
}

const ranks = ["error", "warning", "info", "hint"];

function labelOf(
  shape: Shape,
  drawing: Drawing,
  severity: Severity | undefined,
  row: number,
  width: number,
  scale: number,
): { shape: number; place: Placed; element: SVGElement } {
  const { x, y } = drawing.anchor;
  const text = shape.score === undefined ? shape.label : `${shape.label} ${shape.score.toFixed(2)}`;
  const isEnd = leaves(x, text.length, width, scale);
  const element = svg(
    "text",
    { class: `label row${row} ${severity ?? ""}`.trim(), x, y, "text-anchor": isEnd ? "end" : "start" },
    text,
  );
  element.style.setProperty("--y", `${y}px`);
  const rank = severity === undefined ? ranks.length : ranks.indexOf(severity);
  return { shape: shape.index, place: { x, y, row, length: text.length, isEnd, rank }, element };
}
