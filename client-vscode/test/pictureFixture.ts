import type { Picture, PictureFinding, Shape } from "../src/protocol/shapes";

const range = (line: number) => ({ start: { line, character: 4 }, end: { line, character: 80 } });

export function finding(fingerprint: string, parts: Partial<PictureFinding> = {}): PictureFinding {
  return {
    uri: "file:///data/train.json",
    fingerprint,
    rule: "one_class",
    title: "One class",
    severity: "error",
    message: "Car 1 and truck 2 are one vehicle",
    range: range(3),
    values: [],
    related: [],
    fixes: [],
    fromDisk: false,
    relatedShapes: [],
    ...parts,
  };
}

export function box(index: number, name: string | undefined): Shape {
  return {
    index,
    class: name,
    color: "#e4572e",
    kind: "box",
    range: range(10 + index),
    label: `${name ?? "?"} ${index}`,
    attributes: [],
    box: { left: 10 * index, top: 0, width: 8, height: 8 },
  };
}

export function picture(shapes: Shape[], findings: PictureFinding[], parts: Partial<Picture> = {}): Picture {
  return {
    uri: "file:///data/train.json",
    index: 1,
    count: 3,
    image: { name: "frame_001.png", width: 640, height: 360 },
    shapes,
    findings,
    ...parts,
  };
}
