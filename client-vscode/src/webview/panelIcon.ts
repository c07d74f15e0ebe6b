import * as vscode from "vscode";

/** The icon in the tab of a webview, to be seen on dark and light ground. */
export function panelIcon(extension: vscode.Uri): { light: vscode.Uri; dark: vscode.Uri } {
  const file = (name: string) => vscode.Uri.joinPath(extension, "media", name);
  return { light: file("file-light.svg"), dark: file("file-dark.svg") };
}
