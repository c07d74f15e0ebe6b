/**
 * The shapes of LabelSpec's own requests, as server/LabelSpec.LanguageServer/docs/custom-requests.md has them. Pure types:
 * the webviews use them too.
 */

export interface Position {
  line: number;
  character: number;
}

export interface Range {
  start: Position;
  end: Position;
}

export type Severity = "error" | "warning" | "info" | "hint";

export const severities: readonly Severity[] = ["error", "warning", "info", "hint"];

export interface Counts {
  errors: number;
  warnings: number;
  infos: number;
  hints: number;
}

export interface FixInfo {
  title: string;
  safe: boolean;
}

export interface Finding {
  uri: string;
  fingerprint: string;
  rule: string;
  title: string;
  severity: Severity;
  message: string;
  range: Range;
  image?: string;
  annotation?: string;
  annotator?: string;
  values: { name: string; value: string }[];
  related: { uri: string; range: Range; message: string; annotation?: string }[];
  fixes: FixInfo[];
  help?: string;
  fromDisk: boolean;
}

export interface PictureParams {
  textDocument: { uri: string };
  position?: Position;
  image?: string;
  index?: number;
}

export interface Picture {
  uri: string;
  version?: number;
  index: number;
  count: number;
  previousWithFindings?: number;
  nextWithFindings?: number;
  image: PictureImage;
  selected?: number;
  shapes: Shape[];
  findings: PictureFinding[];
}

export interface PictureImage {
  name: string;
  id?: string;
  uri?: string;
  missing?: string;
  width: number;
  height: number;
  actualWidth?: number;
  actualHeight?: number;
  unturned?: number;
  range?: Range;
}

export type ShapeKind =
  | "none"
  | "box"
  | "rotatedBox"
  | "polygon"
  | "polyline"
  | "point"
  | "skeleton"
  | "mask"
  | "ellipse"
  | "cuboid"
  | "tag"
  | "caption";

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

export interface Keypoint {
  name?: string;
  x: number;
  y: number;
  visibility: 0 | 1 | 2;
}

/** Run lengths down the columns, from the left, beginning with unset pixels. */
export interface Mask {
  width: number;
  height: number;
  counts: number[];
}

/** Coordinates are continuous pixels, origin top left, y down; angles are degrees, clockwise as seen on the screen. */
export interface Shape {
  index: number;
  id?: string;
  class?: string;
  color: string;
  kind: ShapeKind;
  range: Range;
  label: string;
  attributes: { name: string; value: string; range?: Range }[];
  box?: Box;
  angle?: number;
  rings?: { points: number[]; hole: boolean }[];
  points?: number[];
  keypoints?: Keypoint[];
  edges?: number[];
  mask?: Mask;
  corners?: number[];
  score?: number;
  track?: string;
  crowd?: boolean;
  text?: string;
}

export interface PictureFinding extends Finding {
  shape?: number;
  relatedShapes: number[];
}

export interface PictureChangedParams {
  uri: string;
  version?: number;
  images?: string[];
}

export type GroupBy = "rule" | "image" | "annotator" | "file";

export interface FindingsFilter {
  severities?: Severity[];
  rules?: string[];
  files?: string[];
  text?: string;
}

export interface FindingsParams {
  groupBy: GroupBy;
  filter?: FindingsFilter;
  group?: string;
  offset?: number;
  limit?: number;
}

export interface FindingsResult {
  generation: number;
  total: number;
  counts: Counts;
  groupCount: number;
  groups?: FindingsGroup[];
  items?: Finding[];
  pending: boolean;
}

export interface FindingsGroup {
  key: string;
  label: string;
  description?: string;
  severity: Severity;
  counts: Counts;
  uri?: string;
  help?: string;
}

export interface FindingsChangedParams {
  generation: number;
  counts: Counts;
  pending: boolean;
}

export interface FixParams {
  uri: string;
  fingerprint?: string;
  fix?: number;
  rule?: string;
  all?: "safe";
}

export interface WaiveParams {
  uri: string;
  fingerprint: string;
  scope?: "finding" | "image" | "file";
  because: string;
  until?: string;
}

export interface BaselineParams {
  uri?: string;
  fingerprint?: string;
  rule?: string;
}

export interface Status {
  uri?: string;
  format?: string;
  dataset?: string;
  guideline?: { uri: string; name: string; version?: string };
  guidelineBroken?: string;
  live: "live" | "disk" | "none";
  images: number;
  annotations: number;
  counts: Counts;
  pending: boolean;
}
