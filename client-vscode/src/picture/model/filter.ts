import { type Picture, type PictureFinding, type Severity, type Shape, severities } from "../../protocol/shapes";

/** What is hidden; all else is shown, so that classes and rules that appear while typing are seen. */
export interface PictureFilter {
  classes: readonly string[];
  rules: readonly string[];
  severities: readonly Severity[];
}

export const showAll: PictureFilter = { classes: [], rules: [], severities: [] };

export interface Shown {
  shapes: Shape[];
  findings: PictureFinding[];
}

/** One entry of a filter's list. */
export interface Choice {
  value: string;
  count: number;
  shown: boolean;
}

/** The name under which shapes without a class are filtered. */
export const noClass = "(no class)";

/**
 * What gets through. A finding about a shape that is hidden is hidden with it; a finding about the image is not. Hiding a rule
 * or a severity leaves the shapes.
 */
export function apply(picture: Picture, filter: PictureFilter): Shown {
  const shapes = picture.shapes.filter((shape) => !filter.classes.includes(classOf(shape)));
  const visible = new Set(shapes.map((shape) => shape.index));
  const findings = picture.findings.filter(
    (finding) =>
      !filter.rules.includes(finding.rule) &&
      !filter.severities.includes(finding.severity) &&
      (finding.shape === undefined || visible.has(finding.shape)),
  );
  return { shapes, findings };
}

export function classChoices(picture: Picture, filter: PictureFilter): Choice[] {
  return choices(picture.shapes.map(classOf), filter.classes);
}

export function ruleChoices(picture: Picture, filter: PictureFilter): Choice[] {
  return choices(
    picture.findings.map((finding) => finding.rule),
    filter.rules,
  );
}

export function severityChoices(picture: Picture, filter: PictureFilter): Choice[] {
  const all = choices(
    picture.findings.map((finding) => finding.severity),
    filter.severities,
  );
  return severities.flatMap((severity) => all.filter((choice) => choice.value === severity));
}

/** The filter with one value hidden or shown. */
export function toggle(filter: PictureFilter, part: keyof PictureFilter, value: string): PictureFilter {
  const hidden: readonly string[] = filter[part];
  return {
    ...filter,
    [part]: hidden.includes(value) ? hidden.filter((other) => other !== value) : [...hidden, value],
  };
}

function classOf(shape: Shape): string {
  return shape.class ?? noClass;
}

/** What occurs, and what is hidden although it no longer occurs: else it could not be shown again. */
function choices(values: readonly string[], hidden: readonly string[]): Choice[] {
  const counts = new Map<string, number>(hidden.map((value) => [value, 0]));
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts]
    .map(([value, count]) => ({ value, count, shown: !hidden.includes(value) }))
    .sort((a, b) => a.value.localeCompare(b.value));
}
