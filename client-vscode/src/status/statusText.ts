import { countText, total } from "../findings/texts";
import type { Status } from "../protocol/shapes";

export interface StatusItem {
  text: string;
  /** Lines of plain text. */
  tooltip: string[];
  tone: "normal" | "warning" | "error";
}

/** The status item of a file; undefined where there is nothing to say about it. */
export function statusItem(status: Status): StatusItem | undefined {
  if (status.format === undefined && status.guideline === undefined) return undefined;
  const { guideline, counts } = status;
  const name = guideline?.name ?? "no guideline";
  const count = total(counts);
  const icon =
    status.guidelineBroken !== undefined
      ? "$(warning)"
      : status.pending
        ? "$(loading~spin)"
        : count > 0
          ? "$(issues)"
          : "$(pass)";
  const disk = status.format !== undefined && status.live === "disk" ? " · judged from disk" : "";
  return {
    text: `${icon} ${name}${status.format === undefined ? "" : ` · ${count.toLocaleString("en")}`}${disk}`,
    tooltip: lines(status),
    tone: status.guidelineBroken !== undefined ? "warning" : "normal",
  };
}

function lines(status: Status): string[] {
  const { guideline } = status;
  const said: (string | undefined)[] = [
    guideline === undefined
      ? "No guideline: only the built-in checks judge this file."
      : `Guideline: ${guideline.name}${guideline.version === undefined ? "" : ` ${guideline.version}`}`,
    status.guidelineBroken,
    status.dataset === undefined ? undefined : `Data set: ${status.dataset}`,
    status.format === undefined
      ? undefined
      : `${status.format}: ${plural(status.images, "image")}, ${plural(status.annotations, "annotation")}`,
    status.format === undefined ? undefined : `Findings: ${countText(status.counts)}`,
    status.format !== undefined && status.live === "disk"
      ? "Judged from disk: the file is above 50 MB, which editors do not hand on, or not open. Save to see changes."
      : undefined,
    status.pending ? "Still judging…" : undefined,
  ];
  return said.filter((line) => line !== undefined);
}

function plural(count: number, word: string): string {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}
