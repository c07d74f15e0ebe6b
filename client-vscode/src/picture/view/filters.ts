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
      const box = html("input", { type: "checkbox", checked: choice.shown, value: choice.value });
      box.addEventListener("change", () => change(toggle(filter, part, choice.value)));
      body.append(html("label", {}, box, ` ${choice.value} `, html("span", { class: "count" }, String(choice.count))));
    }
    // One list at a time: they would cover each other.
    list.addEventListener("toggle", () => {
      if (list.open) for (const other of openFilters()) if (other !== list) other.open = false;
    });
    return list;
  });
}

/** Closes the list that is open; the focus goes to its button where it was in the list. Whether there was one. */
export function closeFilters(): boolean {
  const open = openFilters();
  for (const list of open) {
    const hadFocus = list.contains(document.activeElement);
    list.open = false;
    if (hadFocus) list.querySelector("summary")?.focus();
  }
  return open.length > 0;
}

/** What of the lists has the focus: they are made anew with every picture, and the focus must not be lost with them. */
export function focusedChoice(): { part: string; value: string | undefined } | undefined {
  const { activeElement: at } = document;
  const part = at?.closest<HTMLElement>("details.filter")?.dataset["filter"];
  return part === undefined ? undefined : { part, value: at instanceof HTMLInputElement ? at.value : undefined };
}

export function focusChoice(choice: { part: string; value: string | undefined } | undefined): void {
  if (choice === undefined) return;
  const list = [...document.querySelectorAll<HTMLElement>("details.filter")].find(
    (one) => one.dataset["filter"] === choice.part,
  );
  const box = [...(list?.querySelectorAll("input") ?? [])].find((input) => input.value === choice.value);
  (box ?? list?.querySelector("summary"))?.focus();
}

function openFilters(): HTMLDetailsElement[] {
  return [...document.querySelectorAll<HTMLDetailsElement>("details.filter[open]")];
}
