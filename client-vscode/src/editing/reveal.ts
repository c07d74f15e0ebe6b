import * as vscode from "vscode";
import type { Range } from "../protocol/shapes";
import { toRange } from "./ranges";

/**
 * Selects a place in its file: in the editor that shows it already, else in the first column. VS Code refuses files above
 * 50 MB for extensions; then the user is told where the place is, unless more than the text is shown to them.
 */
export async function reveal(uri: vscode.Uri, range: Range, focus: boolean, isTold = true): Promise<void> {
  const selection = toRange(range);
  // The cursor goes to where an element of several lines begins: that is what is read first.
  const selected = new vscode.Selection(selection.end, selection.start);
  const visible = vscode.window.visibleTextEditors.find((editor) => editor.document.uri.toString() === uri.toString());
  if (visible && !focus) {
    visible.selection = selected;
    visible.revealRange(selection, vscode.TextEditorRevealType.InCenterIfOutsideViewport);
    return;
  }
  try {
    const editor = await vscode.window.showTextDocument(uri, {
      selection,
      preserveFocus: !focus,
      preview: true,
      viewColumn: visible?.viewColumn ?? vscode.ViewColumn.One,
    });
    editor.selection = selected;
  } catch (problem) {
    if (!isTold) return;
    const place = `${vscode.workspace.asRelativePath(uri)}:${range.start.line + 1}:${range.start.character + 1}`;
    void vscode.window.showWarningMessage(
      `${place} cannot be opened in an editor: ${problem instanceof Error ? problem.message : String(problem)}`,
    );
  }
}
