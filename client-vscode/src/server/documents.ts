import type { DocumentFilter } from "vscode-languageclient/node";

/**
 * What the server gets to see: guidelines, project files, and whatever may hold annotations. Which of these belong to a data
 * set is the server's to say; to all others it stays silent.
 */
export const documentSelector: DocumentFilter[] = [
  { scheme: "file", language: "labelspec" },
  { scheme: "untitled", language: "labelspec" },
  { scheme: "file", pattern: "**/labelspec.{yaml,yml}" },
  { scheme: "file", pattern: "**/*.{json,jsonl,ndjson,xml,txt,csv,yaml,yml}" },
];
