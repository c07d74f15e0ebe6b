import * as vscode from "vscode";
import { FindingActions } from "./actions/findingActions";
import { registerCommands } from "./commands";
import { registerFindingsView } from "./findings/findingsView";
import { HandbookPanel } from "./handbook/handbookPanel";
import { PicturePanels } from "./picture/picturePanels";
import { LanguageServer } from "./server/languageServer";
import { StatusBar } from "./status/statusBar";

let server: LanguageServer | undefined;

export async function activate(context: vscode.ExtensionContext): Promise<void> {
  const output = vscode.window.createOutputChannel("LabelSpec", { log: true });
  server = new LanguageServer(context, output);
  const actions = new FindingActions(server);
  const pictures = new PicturePanels(context, server, actions);
  const handbook = new HandbookPanel(context, server);
  const status = new StatusBar(server);
  context.subscriptions.push(output, server, status);
  registerFindingsView(context, server, actions, pictures, (finding) => void handbook.explain(finding));
  registerCommands(context, { server, actions, pictures, handbook, status, output });
  await server.restart();
}

export async function deactivate(): Promise<void> {
  await server?.stop();
}
