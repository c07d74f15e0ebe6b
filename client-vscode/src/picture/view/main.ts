import type { Picture, PictureFinding } from "../../protocol/shapes";
import type { FromView, LabelMode, PictureState, ToView } from "../messages";
import { apply, type PictureFilter, showAll, type Shown } from "../model/filter";
import { step, worstByShape } from "../model/order";
import { byId } from "./dom";
import { closeFilters, filters, focusChoice, focusedChoice } from "./filters";
import { findingItem, findingsList } from "./findingsList";
import "./picture.css";
import { shapeLine, shapeText } from "./shapeLine";
import { Stage } from "./stage";
import { unplaced } from "./unplaced";

interface Kept extends PictureState {
  filter: PictureFilter;
  labels?: LabelMode;
  /** What is selected: a page that was behind another one begins anew when it comes back. */
  finding?: string;
  shape?: number;
}

const host = acquireVsCodeApi();
const send = (message: FromView) => host.postMessage(message);
const kept = host.getState() as Partial<Kept> | undefined;

let picture: Picture | undefined;
let source: string | undefined;
let filter: PictureFilter = kept?.filter ?? showAll;
let labels: LabelMode = kept?.labels ?? "all";
let labelsChosen = kept?.labels !== undefined;
let shape: number | undefined = kept?.shape;
let finding: string | undefined = kept?.finding;
let shown: Shown = { shapes: [], findings: [] };
/** What the list of findings shows. */
let listed: { findings?: readonly PictureFinding[]; chosen?: string | undefined } = {};

const stage = new Stage(
  byId("stage"),
  (index, open) => {
    if (index === undefined) selectShape(undefined);
    else pickShape(index, open);
  },
  () =>
    tellMissing(
      "The picture is there, but this view cannot show it: the file is damaged, or of a kind it does not know.",
    ),
);

// A page that is restored before its first picture came still has to know which file it is of.
const { uri } = document.body.dataset;
if (kept === undefined && uri !== undefined)
  host.setState({ uri, image: "", index: 0, filter: showAll } satisfies Kept);
document.body.classList.add("empty", "waiting");
byId("message").textContent = "The picture is on its way…";

window.addEventListener("message", (event: MessageEvent<ToView>) => {
  const message = event.data;
  switch (message.kind) {
    case "picture":
      receive(message);
      break;
    case "empty":
      picture = undefined;
      document.body.classList.add("empty");
      document.body.classList.remove("waiting");
      byId("message").textContent = message.message;
      break;
    case "select":
      selectShape(message.shape);
      if (message.shape !== undefined) stage.reveal(message.shape);
      break;
  }
});

function receive(message: ToView & { kind: "picture" }): void {
  const isKept = picture === undefined && kept?.image === message.picture.image.name;
  const another = picture?.uri !== message.picture.uri || picture.image.name !== message.picture.image.name;
  picture = message.picture;
  source = message.source;
  if (!labelsChosen) labels = message.labels;
  document.body.classList.remove("empty", "waiting");
  tellMissing(source === undefined ? (picture.image.missing ?? "The image file was not found.") : "");
  const chosen =
    message.finding === "first"
      ? picture.findings[0]
      : message.finding === "last"
        ? picture.findings.at(-1)
        : picture.findings.find((one) => one.fingerprint === (message.finding ?? finding));
  finding = chosen?.fingerprint;
  shape = chosen?.shape ?? message.reveal ?? (another && !isKept ? picture.selected : shape);
  if (shape !== undefined && shape >= picture.shapes.length) shape = undefined;
  render(another);
  keep();
  if (shape !== undefined && (message.reveal !== undefined || message.finding !== undefined)) stage.reveal(shape);
  // The text follows when the step to this image came from here.
  if (chosen && (message.finding === "first" || message.finding === "last"))
    send({ kind: "selectFinding", fingerprint: chosen.fingerprint, focus: false });
}

/** Says why there are shapes and no image; nothing where there is one. */
function tellMissing(reason: string): void {
  byId("missing").textContent = reason;
}

function render(another = false): void {
  if (picture === undefined) return;
  shown = apply(picture, filter);
  byId("name").textContent = picture.image.name === "" ? "(no name)" : picture.image.name;
  byId("place").textContent = `${picture.index + 1} / ${picture.count}`;
  byId<HTMLButtonElement>("previousImage").disabled = picture.index <= 0;
  byId<HTMLButtonElement>("nextImage").disabled = picture.index + 1 >= picture.count;
  byId<HTMLButtonElement>("labels").textContent = { all: "Labels", violations: "Labels: wrong", none: "Labels: off" }[
    labels
  ];
  const open = new Set(
    [...document.querySelectorAll<HTMLDetailsElement>("details.filter[open]")].map(
      (list) => list.dataset["filter"] ?? "",
    ),
  );
  const focus = focusedChoice();
  byId("filters").replaceChildren(
    ...filters(picture, filter, open, (changed) => {
      filter = changed;
      render();
      keep();
    }),
  );
  focusChoice(focus);
  stage.show(picture, source, shown.shapes, worstByShape(shown.findings), labels, another);
  renderSelection();
}

/** What is selected, on the image and beside it. */
function renderSelection(): void {
  stage.select(shape);
  const host = byId<HTMLElement>("unplaced");
  const focused = host.contains(document.activeElement);
  const rest = shown.shapes.filter((one) => !stage.draws(one.index));
  host.replaceChildren(...unplaced(rest, shape, worstByShape(shown.findings), (index) => pickShape(index, false)));
  if (focused) host.querySelector<HTMLElement>("[aria-pressed=true]")?.focus();
  const chosen = picture?.shapes.find((one) => one.index === shape);
  byId("shape").replaceChildren(...(chosen === undefined ? [] : shapeLine(chosen)));
  renderFindings();
}

function renderFindings(): void {
  const list = byId<HTMLElement>("findings");
  const focused = list.contains(document.activeElement);
  if (listed.findings === shown.findings) {
    // Another one is chosen: of thousands, only two are made anew.
    for (const fingerprint of new Set([listed.chosen, finding])) {
      const at = shown.findings.findIndex((one) => one.fingerprint === fingerprint);
      const known = shown.findings[at];
      if (known) list.children[at]?.replaceWith(findingItem(known, fingerprint === finding, chooseFinding, send));
    }
  } else list.replaceChildren(...findingsList(shown.findings, finding, chooseFinding, send));
  listed = { findings: shown.findings, chosen: finding };
  const chosen = list.querySelector<HTMLElement>("[aria-expanded=true]");
  chosen?.scrollIntoView({ block: "nearest" });
  if (focused) chosen?.focus();
  const count = shown.findings.length;
  byId("count").textContent = count === 1 ? "1 finding" : `${count} findings`;
}

/** The shape is chosen here: the text follows, and so does the list. */
function pickShape(index: number, focus: boolean): void {
  selectShape(index);
  send({ kind: "selectShape", shape: index, focus });
}

function selectShape(index: number | undefined): void {
  shape = index;
  const known = shown.findings.find((one) => one.fingerprint === finding);
  // A finding that names this shape as the other one stays chosen.
  if (known === undefined || (known.shape !== index && !(index !== undefined && known.relatedShapes.includes(index))))
    finding = index === undefined ? undefined : shown.findings.find((one) => one.shape === index)?.fingerprint;
  renderSelection();
  say();
  keep();
}

function chooseFinding(chosen: PictureFinding, focus: boolean): void {
  finding = chosen.fingerprint;
  shape = chosen.shape;
  renderSelection();
  if (shape !== undefined) stage.reveal(shape);
  say();
  keep();
  send({ kind: "selectFinding", fingerprint: chosen.fingerprint, focus });
}

/** Tells screen readers what is selected. */
function say(): void {
  const chosen = shape === undefined ? undefined : picture?.shapes[shape];
  const label = chosen && shapeText(chosen);
  const message = shown.findings.find((one) => one.fingerprint === finding)?.message;
  byId("live").textContent = [label, message].filter((text) => text !== undefined).join(": ");
}

function stepFinding(direction: 1 | -1): void {
  if (picture === undefined) return;
  const next = step(picture, shown.findings, finding, direction);
  if (next === undefined) byId("live").textContent = "No more findings.";
  else if ("finding" in next) chooseFinding(next.finding, false);
  else send({ kind: "image", index: next.image, finding: next.end });
}

function stepShape(direction: 1 | -1): void {
  const order = shown.shapes.map((one) => one.index);
  if (order.length === 0) return;
  const at = shape === undefined ? -1 : order.indexOf(shape);
  const next = at < 0 ? (direction > 0 ? 0 : order.length - 1) : (at + direction + order.length) % order.length;
  pickShape(order[next]!, false);
  stage.reveal(order[next]!);
}

function stepImage(direction: 1 | -1): void {
  if (picture === undefined) return;
  const index = picture.index + direction;
  if (index >= 0 && index < picture.count) send({ kind: "image", index });
}

function nextLabels(): void {
  labels = ({ all: "violations", violations: "none", none: "all" } as const)[labels];
  labelsChosen = true;
  render();
  keep();
}

function keep(): void {
  if (picture === undefined) return;
  const state: Kept = {
    uri: picture.uri,
    image: picture.image.name,
    index: picture.index,
    filter,
    labels: labelsChosen ? labels : undefined,
    finding,
    shape,
  };
  host.setState(state);
}

function currentFinding(): PictureFinding | undefined {
  return shown.findings.find((one) => one.fingerprint === finding);
}

const keys: Record<string, () => void> = {
  n: () => stepFinding(1),
  p: () => stepFinding(-1),
  j: () => stepShape(1),
  k: () => stepShape(-1),
  "]": () => stepImage(1),
  "[": () => stepImage(-1),
  PageDown: () => stepImage(1),
  PageUp: () => stepImage(-1),
  "+": () => stage.zoom(1.25),
  "=": () => stage.zoom(1.25),
  "-": () => stage.zoom(0.8),
  "0": () => stage.fit(),
  ArrowLeft: () => stage.pan(40, 0),
  ArrowRight: () => stage.pan(-40, 0),
  ArrowUp: () => stage.pan(0, 40),
  ArrowDown: () => stage.pan(0, -40),
  l: nextLabels,
  f: () => {
    const chosen = currentFinding();
    if (chosen && chosen.fixes.length > 0) send({ kind: "fix", fingerprint: chosen.fingerprint, fix: 0 });
  },
  w: () => {
    const chosen = currentFinding();
    if (chosen) send({ kind: "waive", fingerprint: chosen.fingerprint });
  },
  Escape: () => selectShape(undefined),
};

document.addEventListener("pointerdown", (event) => {
  if (!(event.target instanceof Element) || event.target.closest("details.filter") === null) closeFilters();
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Escape" && closeFilters()) {
    event.preventDefault();
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.target instanceof HTMLInputElement) return;
  const onButton =
    event.target instanceof HTMLButtonElement ||
    (event.target instanceof HTMLElement && event.target.tagName === "SUMMARY");
  if (event.key === "Enter") {
    // On a button, Enter presses it.
    if (onButton || shape === undefined) return;
    pickShape(shape, true);
  } else {
    const run = keys[event.key];
    if (run === undefined) return;
    run();
  }
  event.preventDefault();
});

const clicks: Record<string, () => void> = {
  previousImage: () => stepImage(-1),
  nextImage: () => stepImage(1),
  previousFinding: () => stepFinding(-1),
  nextFinding: () => stepFinding(1),
  zoomIn: () => stage.zoom(1.25),
  zoomOut: () => stage.zoom(0.8),
  fit: () => stage.fit(),
  labels: nextLabels,
};
for (const [id, run] of Object.entries(clicks)) byId<HTMLButtonElement>(id).addEventListener("click", run);

// Only one list is open, and none once something else is clicked.
document.addEventListener("pointerdown", (event) => {
  for (const list of document.querySelectorAll<HTMLDetailsElement>("details.filter[open]"))
    if (event.target instanceof Node && !list.contains(event.target)) list.open = false;
});

send({ kind: "ready" });
