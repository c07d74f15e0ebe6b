import * as vscode from "vscode";
import { nextPlace } from "./nextPlace";

/** Goes to the next diagnostic of LabelSpec in the active file, then on to the other files. */
export async function stepViolation(direction: 1 | -1): Promise<void> {
  const editor = vscode.window.activeTextEditor;
  const places = vscode.languages.getDiagnostics().flatMap(([uri, diagnostics]) =>
    diagnostics
      .filter((diagnostic) => diagnostic.source === "labelspec")
      .map(({ range }) => ({
        file: uri.toString(),
        line: range.start.line,
        character: range.start.character,
        range,
      })),
  );
  const next = nextPlace(
    places,
    editor && {
      file: editor.document.uri.toString(),
      line: editor.selection.start.line,
      character: editor.selection.start.character,
    },
    direction,
  );
  if (next === undefined) vscode.window.setStatusBarMessage("LabelSpec: no violations", 3000);
  else await vscode.window.showTextDocument(vscode.Uri.parse(next.file), { selection: next.range });
}
