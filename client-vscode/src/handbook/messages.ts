/** From the handbook page to the extension. */
export type FromHandbook =
  /** Shows the declaration that the page is about. */
  | { kind: "source" }
  /** Opens a file that the page links to. */
  | { kind: "open"; target: string };

/** What the page keeps over a restart. */
export interface HandbookState {
  uri: string;
  topic: string;
}

export function isHandbookState(state: unknown): state is HandbookState {
  const candidate = state as Partial<HandbookState> | undefined | null;
  return typeof candidate?.uri === "string" && typeof candidate.topic === "string";
}
