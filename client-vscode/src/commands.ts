import * as vscode from "vscode";
import type { FindingActions } from "./actions/findingActions";
import type { HandbookPanel } from "./handbook/handbookPanel";
import type { PicturePanels } from "./picture/picturePanels";
import type { PictureParams } from "./protocol/shapes";
import type { LanguageServer } from "./server/languageServer";
import type { StatusBar } from "./status/statusBar";
import { stepViolation } from "./violations/stepViolation";

interface Parts {
  server: LanguageServer;
  actions: FindingActions;
  pictures: PicturePanels;
  handbook: HandbookPanel;
  status: StatusBar;
  output: vscode.LogOutputChannel;
}

/** The commands that belong to no view. */
export function registerCommands(context: vscode.ExtensionContext, parts: Parts): void {
  const { server, actions, pictures, handbook, status, output } = parts;
  const commands: Record<string, (argument?: unknown) => unknown> = {
    showPicture: (argument) => pictures.show(pictureParams(argument)),
    showHandbook: () => handbook.show(),
    nextViolation: () => stepViolation(1),
    previousViolation: () => stepViolation(-1),
    fixAllInFile: () => {
      const uri = vscode.window.activeTextEditor?.document.uri;
      return uri && server.client && actions.fixAllSafe(server.client.code2ProtocolConverter.asUri(uri));
    },
    openGuideline: () => {
      const guideline = status.status?.guideline;
      if (guideline) return vscode.window.showTextDocument(vscode.Uri.parse(guideline.uri));
      return vscode.window.showInformationMessage("No guideline judges this file.");
    },
    showStatus: () => status.choose(),
    restartServer: () => server.restart(),
    showOutput: () => output.show(),
    openWalkthrough: () =>
      vscode.commands.executeCommand("workbench.action.openWalkthrough", `${context.extension.id}#start`, false),
  };
  for (const [name, run] of Object.entries(commands))
    context.subscriptions.push(vscode.commands.registerCommand(`labelspec.${name}`, run));
  context.subscriptions.push(
    vscode.workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration("labelspec.server")) void server.restart();
      if (event.affectsConfiguration("labelspec.trace")) server.trace();
    }),
    vscode.workspace.onDidGrantWorkspaceTrust(() => void server.restart()),
  );
}

/** Parameters come from lenses and links; menus hand over a file instead, which the cursor's place stands for. */
function pictureParams(argument: unknown): PictureParams | undefined {
  const candidate = argument as Partial<PictureParams> | undefined;
  return typeof candidate?.textDocument?.uri === "string" ? (candidate as PictureParams) : undefined;
}
