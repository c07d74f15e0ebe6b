import type { Box, Picture, Severity, Shape } from "../../protocol/shapes";
import type { LabelMode } from "../messages";
import { type Drawing, draw } from "../model/drawing";
import { LabelRows } from "../model/labelRows";
import { pick } from "../model/order";
import { fit, pan, reveal, type Size, viewBox, type Viewport, zoomAt } from "../model/viewport";
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
  #drawings = new Map<number, { drawing: Drawing; element: SVGElement }>();
  #image: Size = { width: 1, height: 1 };
  #view: Viewport = { left: 0, top: 0, scale: 1 };
  #fitted = true;
  #selected: number | undefined;

  constructor(root: SVGSVGElement, onPick: (index: number | undefined, open: boolean) => void) {
    this.#root = root;
    this.#onPick = onPick;
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
    this.#background.replaceChildren(...background(picture, source));
    this.#drawings = new Map();
    const elements: SVGElement[] = [];
    const texts: SVGElement[] = [];
    const rows = new LabelRows();
    for (const shape of shapes) {
      const drawing = draw(shape);
      if (drawing === undefined) continue;
      const severity = worst.get(shape.index);
      const element = shapeElement(shape, drawing, severity);
      elements.push(element);
      this.#drawings.set(shape.index, { drawing, element });
      if (labels === "all" || (labels === "violations" && severity !== undefined))
        texts.push(labelElement(shape, drawing, severity, rows.next(drawing.anchor), this.#image.width));
    }
    this.#layer.replaceChildren(...elements);
    this.#labels.replaceChildren(...texts);
    this.select(this.#selected);
    if (another || this.#fitted) this.fit();
  }

  select(index: number | undefined): void {
    this.#selected = index;
    for (const [number, { element }] of this.#drawings) {
      element.classList.toggle("selected", number === index);
      if (number === index) this.#layer.append(element);
    }
  }

  reveal(index: number): void {
    const bounds = this.#drawings.get(index)?.drawing.bounds;
    if (bounds) this.#move(reveal(this.#view, bounds, this.#image, this.#screen()));
  }

  /** The shapes that are drawn, in the order of the file. */
  get drawn(): number[] {
    return [...this.#drawings.keys()];
  }

  fit(): void {
    this.#fitted = true;
    this.#show(fit(this.#image, this.#screen()));
  }

  zoom(factor: number): void {
    const screen = this.#screen();
    this.#move(zoomAt(this.#view, factor, screen.width / 2, screen.height / 2, this.#image, screen));
  }

  pan(dx: number, dy: number): void {
    this.#move(pan(this.#view, dx, dy, this.#image, this.#screen()));
  }

  #move(view: Viewport): void {
    if (view === this.#view) return;
    this.#fitted = false;
    this.#show(view);
  }

  #show(view: Viewport): void {
    this.#view = view;
    this.#root.setAttribute("viewBox", viewBox(view, this.#screen()));
    // Line widths, dots and labels keep their size on the screen: the style sheet divides by this.
    this.#root.style.setProperty("--scale", String(view.scale));
    this.#root.classList.toggle("close", view.scale >= 4);
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
          zoomAt(this.#view, factor, event.clientX - box.left, event.clientY - box.top, this.#image, this.#screen()),
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

function background(picture: Picture, source: string | undefined): SVGElement[] {
  const { width, height, actualWidth, actualHeight, missing } = picture.image;
  const frame = svg("rect", { class: "frame", width, height });
  if (source !== undefined)
    // At its own size, whatever the file declares: where the two differ, that is what is wrong, and it is seen.
    return [frame, svg("image", { href: source, width: actualWidth ?? width, height: actualHeight ?? height })];
  return [
    frame,
    svg("text", { class: "missing", x: width / 2, y: height / 2 }, missing ?? "The image file was not found."),
  ];
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
    if (severity !== undefined) group.append(svg("path", { class: "violation", d: drawing.path }));
    group.append(
      svg("path", { class: drawing.closed ? "outline area" : "outline", d: drawing.path, "fill-rule": "evenodd" }),
    );
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

/** Behind this share of the image's width a label ends where its shape begins: it would be cut off at the border. */
const edge = 0.85;

function labelElement(
  shape: Shape,
  drawing: Drawing,
  severity: Severity | undefined,
  row: number,
  width: number,
): SVGElement {
  const attributes = {
    class: `label row${row} ${severity ?? ""}`.trim(),
    x: drawing.anchor.x,
    y: drawing.anchor.y,
    "text-anchor": drawing.anchor.x > edge * width ? "end" : "start",
  };
  return svg("text", attributes, shape.score === undefined ? shape.label : `${shape.label} ${shape.score.toFixed(2)}`);
}
