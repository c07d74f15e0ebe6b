import type { Counts, Finding, FindingsFilter, FindingsGroup, Severity } from "../protocol/shapes";

/** "3 errors, 1 warning"; what is zero is left out. */
export function countText(counts: Counts): string {
  const parts: [number, string][] = [
    [counts.errors, "error"],
    [counts.warnings, "warning"],
    [counts.infos, "info"],
    [counts.hints, "hint"],
  ];
  const said = parts.flatMap(([count, word]) =>
    count === 0 ? [] : [`${count.toLocaleString("en")} ${word}${count === 1 || word === "info" ? "" : "s"}`],
  );
  return said.length === 0 ? "no findings" : said.join(", ");
}

export function total(counts: Counts): number {
  return counts.errors + counts.warnings + counts.infos + counts.hints;
}

/** The grey text behind a group's name. */
export function groupDescription(group: FindingsGroup): string {
  const count = total(group.counts).toLocaleString("en");
  // A rule without a documentation comment has its name for a title.
  const description = group.description === group.label ? "" : (group.description ?? "");
  return description === "" ? count : `${count} · ${description}`;
}

export function groupLabel(group: FindingsGroup, groupBy: string): string {
  if (group.label !== "") return group.label;
  return groupBy === "image" ? "(no image)" : groupBy === "annotator" ? "(no annotator)" : "(other)";
}

/** The grey text behind a finding: where it is. */
export function findingDescription(finding: Finding, groupBy: string): string {
  const place = [
    groupBy === "rule" ? undefined : finding.rule,
    groupBy === "image" ? undefined : finding.image,
    finding.annotation === undefined ? undefined : `#${finding.annotation}`,
  ].filter((part) => part !== undefined);
  return place.join(" · ");
}

/** The theme's icon of a severity and its colour. */
export function severityIcon(severity: Severity): { icon: string; color: string } {
  switch (severity) {
    case "error":
      return { icon: "error", color: "problemsErrorIcon.foreground" };
    case "warning":
      return { icon: "warning", color: "problemsWarningIcon.foreground" };
    case "info":
      return { icon: "info", color: "problemsInfoIcon.foreground" };
    case "hint":
      return { icon: "lightbulb", color: "editorLightBulb.foreground" };
  }
}

/** The words that the menus' `when` clauses look for. */
export function findingContext(finding: Finding): string {
  const words = ["finding"];
  if (finding.fixes.length > 0) words.push("fix");
  if (finding.image !== undefined) words.push("image");
  words.push("help");
  return words.join(" ");
}

export function groupContext(groupBy: string): string {
  return groupBy === "rule" ? "group rule help" : "group";
}

/** What the filter leaves, in words for the view's description; undefined where nothing is filtered. */
export function filterText(filter: FindingsFilter): string | undefined {
  const parts = [
    filter.severities?.join(", "),
    filter.rules?.join(", "),
    filter.files?.map((file) => decodeURIComponent(file.slice(file.lastIndexOf("/") + 1))).join(", "),
    filter.text === undefined ? undefined : `“${filter.text}”`,
  ].filter((part) => part !== undefined && part !== "");
  return parts.length === 0 ? undefined : parts.join(" · ");
}

/** The grey text beside the view's title: how it is grouped, unless in the usual way, and what the filter leaves. */
export function viewDescription(groupBy: string, filter: string | undefined): string {
  return [groupBy === "rule" ? undefined : `by ${groupBy}`, filter].filter((part) => part !== undefined).join(" · ");
}
