import type { Picture } from "../../protocol/shapes";
import { type Choice, classChoices, type PictureFilter, ruleChoices, severityChoices, toggle } from "../model/filter";
import { html } from "./dom";

/** The three lists behind the toolbar's filter buttons. */
export function filters(
  picture: Picture,
  filter: PictureFilter,
  open: ReadonlySet<string>,
  change: (filter: PictureFilter) => void,
): HTMLElement[] {
  const parts: [string, keyof PictureFilter, Choice[]][] = [
    ["Classes", "classes", classChoices(picture, filter)],
    ["Rules", "rules", ruleChoices(picture, filter)],
    ["Severity", "severities", severityChoices(picture, filter)],
  ];
  return parts.map(([title, part, choices]) => {
    const hidden = choices.filter((choice) => !choice.shown).length;
    const list = html(
      "details",
      { class: "filter", "data-filter": part, open: open.has(part) },
      html("summary", {}, hidden === 0 ? title : `${title} (${hidden} hidden)`),
      html("div", { class: "choices", role: "group", "aria-label": title }),
    );
    const body = list.lastElementChild!;
    if (choices.length === 0) body.append(html("span", { class: "nothing" }, "Nothing to filter"));
    for (const choice of choices) {
      const box = html("input", { type: "checkbox", checked: choice.shown });
      box.addEventListener("change", () => change(toggle(filter, part, choice.value)));
      body.append(html("label", {}, box, ` ${choice.value} `, html("span", { class: "count" }, String(choice.count))));
    }
    return list;
  });
}
