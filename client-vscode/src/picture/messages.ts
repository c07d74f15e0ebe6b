import type { Picture } from "../protocol/shapes";

/** Which shapes have labels: the values of the setting `labelspec.picture.labels`. */
export type LabelMode = "all" | "violations" | "none";

/** From the extension to the webview. */
export type ToView =
  | {
      kind: "picture";
      picture: Picture;
      /** The image as the webview may load it; undefined where there is none. */
      source?: string;
      labels: LabelMode;
      /** The text is selected at this shape, so the picture shows it. */
      reveal?: number;
      /** A finding to show: its fingerprint, or an end of the list after a step to another image. */
      finding?: string;
    }
  /** There is nothing to draw, and why. */
  | { kind: "empty"; message: string }
  /** The cursor went to a shape (or to none) of the picture that is shown. */
  | { kind: "select"; shape?: number };

/** From the webview to the extension. */
export type FromView =
  | { kind: "ready" }
  | { kind: "selectShape"; shape: number; focus: boolean }
  | { kind: "selectFinding"; fingerprint: string; focus: boolean }
  | { kind: "openRelated"; fingerprint: string; related: number }
  | { kind: "image"; index: number; finding?: "first" | "last" }
  | { kind: "fix"; fingerprint: string; fix: number }
  | { kind: "waive"; fingerprint: string }
  | { kind: "help"; fingerprint: string };

/** What the webview keeps over a restart; the panel's serializer reads it. */
export interface PictureState {
  uri: string;
  image: string;
  index: number;
}

/** Whether a stored state is one: it may come from another version. */
export function isPictureState(state: unknown): state is PictureState {
  const candidate = state as Partial<PictureState> | undefined | null;
  return (
    typeof candidate?.uri === "string" && typeof candidate.image === "string" && typeof candidate.index === "number"
  );
}
