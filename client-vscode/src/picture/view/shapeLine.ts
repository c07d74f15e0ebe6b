import type { Shape } from "../../protocol/shapes";
import { html } from "./dom";

/** What the file says of a shape, in one line. */
export function shapeLine(shape: Shape): HTMLElement[] {
  const kind = shape.kind.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  const facts: [string, string][] = [
    ["shape", shape.crowd === true ? `${kind}, crowd` : kind],
    ...(shape.track === undefined ? [] : [["track", shape.track] satisfies [string, string]]),
    ...(shape.score === undefined ? [] : [["score", shape.score.toFixed(3)] satisfies [string, string]]),
    ...shape.attributes.map(({ name, value }): [string, string] => [name, value]),
  ];
  return [
    html("strong", {}, shape.label),
    ...facts.map(([name, value]) =>
      html("span", { class: "fact" }, html("span", { class: "name" }, `${name} `), html("span", {}, value)),
    ),
  ];
}

/** The same for screen readers. */
export function shapeText(shape: Shape): string {
  return [shape.label, ...shape.attributes.map(({ name, value }) => `${name} ${value}`)].join(", ");
}
