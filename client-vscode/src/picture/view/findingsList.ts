import type { PictureFinding } from "../../protocol/shapes";
import type { FromView } from "../messages";
import { button, html } from "./dom";

const marks = { error: "✖", warning: "▲", info: "●", hint: "◦" };

/** The findings of the image: a list for pointer and keyboard, the chosen one with its details and repairs. */
export function findingsList(
  findings: readonly PictureFinding[],
  chosen: string | undefined,
  choose: (finding: PictureFinding, focus: boolean) => void,
  send: (message: FromView) => void,
): HTMLElement[] {
  if (findings.length === 0) return [html("p", { class: "nothing" }, "No findings on this image.")];
  return findings.map((finding) => findingItem(finding, finding.fingerprint === chosen, choose, send));
}

/** One finding of the list. */
export function findingItem(
  finding: PictureFinding,
  open: boolean,
  choose: (finding: PictureFinding, focus: boolean) => void,
  send: (message: FromView) => void,
): HTMLElement {
  const head = html(
    "button",
    {
      type: "button",
      class: `finding ${finding.severity}`,
      "aria-expanded": String(open),
      "data-fingerprint": finding.fingerprint,
    },
    html(
      "span",
      { class: "mark", role: "img", title: finding.severity, "aria-label": finding.severity },
      marks[finding.severity],
    ),
    html("span", { class: "message" }, finding.message),
    html("span", { class: "rule" }, finding.rule),
  );
  head.addEventListener("click", () => choose(finding, false));
  head.addEventListener("dblclick", () => choose(finding, true));
  return html("li", { class: open ? "open" : "" }, head, open ? details(finding, send) : undefined);
}

function details(finding: PictureFinding, send: (message: FromView) => void): HTMLElement {
  const { fingerprint } = finding;
  const body = html("div", { class: "details" });
  if (finding.values.length > 0)
    body.append(
      html("dl", {}, ...finding.values.flatMap(({ name, value }) => [html("dt", {}, name), html("dd", {}, value)])),
    );
  finding.related.forEach((related, index) =>
    body.append(
      button(related.message, "Show in the text", () => send({ kind: "openRelated", fingerprint, related: index }), {
        class: "link",
      }),
    ),
  );
  const actions = html("div", { class: "actions" });
  finding.fixes.forEach((fix, index) =>
    actions.append(
      button(
        fix.title,
        index === 0 ? `${fix.title} (f)` : fix.title,
        () => send({ kind: "fix", fingerprint, fix: index }),
        {
          class: index === 0 ? "primary" : "",
        },
      ),
    ),
  );
  actions.append(button("Waive…", "Accept this finding for a reason (w)", () => send({ kind: "waive", fingerprint })));
  actions.append(button("Explain", "Open the page of this rule", () => send({ kind: "help", fingerprint })));
  body.append(actions);
  return body;
}
