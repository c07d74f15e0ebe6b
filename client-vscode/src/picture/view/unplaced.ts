import type { Severity, Shape } from "../../protocol/shapes";
import { button } from "./dom";

/** Tags, captions and whatever else has no place on the image: as buttons over its corner. */
export function unplaced(
  shapes: readonly Shape[],
  selected: number | undefined,
  worst: ReadonlyMap<number, Severity>,
  pick: (index: number) => void,
): HTMLButtonElement[] {
  return shapes.map((shape) => {
    const text = shape.kind === "caption" ? (shape.text ?? shape.label) : shape.label;
    const chip = button(text, `${shape.kind === "none" ? "no shape" : shape.kind}: ${text}`, () => pick(shape.index), {
      class: `unplaced ${worst.get(shape.index) ?? ""}`.trim(),
      "data-shape": shape.index,
      "aria-pressed": String(shape.index === selected),
    });
    chip.style.setProperty("--color", shape.color);
    return chip;
  });
}
