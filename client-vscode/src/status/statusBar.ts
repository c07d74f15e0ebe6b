import * as vscode from "vscode";
import * as requests from "../protocol/requests";
import type { Status } from "../protocol/shapes";
import type { LanguageServer } from "../server/languageServer";
import { statusItem } from "./statusText";

/** What judges the active file, in the status bar. */
export class StatusBar implements vscode.Disposable {
  readonly #server: LanguageServer;
  readonly #item = vscode.window.createStatusBarItem("labelspec.status", vscode.StatusBarAlignment.Right, 90);
  readonly #subscriptions: vscode.Disposable[];
  #status: Status | undefined;
  #turn = 0;

  constructor(server: LanguageServer) {
    this.#server = server;
    this.#item.name = "LabelSpec";
    this.#item.command = "labelspec.showStatus";
    this.#subscriptions = [
      this.#item,
      vscode.window.onDidChangeActiveTextEditor(() => void this.#ask()),
      vscode.window.tabGroups.onDidChangeTabs(() => void this.#ask()),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("labelspec.statusItem")) this.#show(this.#status);
      }),
      server.onDidChange(() => void this.#ask()),
      server.onDidChangeFindings(() => void this.#ask()),
      server.onDidChangeStatus((status) => {
        // Of another file, or of the workspace: what it means for the active file is the server's to say.
        if (status.uri !== undefined && status.uri === this.#activeUri()) this.#show(status);
        else void this.#ask();
      }),
    ];
  }

  get status(): Status | undefined {
    return this.#status;
  }

  /** Opens what judges the active file: its guideline, the findings, the log. */
  async choose(): Promise<void> {
    const shown = this.#status === undefined ? undefined : statusItem(this.#status);
    const items = [
      { label: "$(book) Open the guideline", command: "labelspec.openGuideline" },
      { label: "$(list-tree) Show the findings", command: "labelspec.findings.focus" },
      { label: "$(device-camera) Show the picture", command: "labelspec.showPicture" },
      { label: "$(refresh) Check everything again", command: "labelspec.recheck" },
      { label: "$(output) Show the log", command: "labelspec.showOutput" },
    ];
    const chosen = await vscode.window.showQuickPick(items, {
      title: "LabelSpec",
      placeHolder: shown?.tooltip.join("  ·  ") ?? "This file is judged by no guideline.",
    });
    if (chosen) await vscode.commands.executeCommand(chosen.command);
  }

  dispose(): void {
    vscode.Disposable.from(...this.#subscriptions).dispose();
  }

  async #ask(): Promise<void> {
    if (isPreview(vscode.window.tabGroups.activeTabGroup.activeTab?.input)) return;
    const turn = ++this.#turn;
    const uri = this.#activeUri();
    const client = this.#server.client;
    let status: Status | null | undefined;
    try {
      status = uri === undefined ? undefined : await client?.sendRequest(requests.status, { textDocument: { uri } });
    } catch {
      // A server that does not know the request, or that is going down: nothing is shown.
      status = undefined;
    }
    if (turn === this.#turn) this.#show(status ?? undefined);
  }

  #show(status: Status | undefined): void {
    this.#status = status;
    const { problem } = this.#server;
    if (problem !== undefined) {
      this.#item.text = "$(error) LabelSpec";
      this.#item.tooltip = problem;
      this.#item.command = "labelspec.showOutput";
      this.#item.backgroundColor = new vscode.ThemeColor("statusBarItem.errorBackground");
      this.#item.show();
      return;
    }
    this.#item.command = "labelspec.showStatus";
    void vscode.commands.executeCommand("setContext", "labelspec.annotationFile", status?.format !== undefined);
    void vscode.commands.executeCommand("setContext", "labelspec.guideline", status?.guideline !== undefined);
    const shown = status && statusItem(status);
    if (!shown || !vscode.workspace.getConfiguration("labelspec").get<boolean>("statusItem", true)) {
      this.#item.hide();
      return;
    }
    this.#item.text = shown.text;
    this.#item.tooltip = shown.tooltip.join("\n");
    this.#item.backgroundColor =
      shown.tone === "normal" ? undefined : new vscode.ThemeColor(`statusBarItem.${shown.tone}Background`);
    this.#item.show();
  }

  /** The file of the active tab, also where it is too large for an editor of its own. */
  #activeUri(): string | undefined {
    const tab = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    const uri =
      vscode.window.activeTextEditor?.document.uri ?? (tab instanceof vscode.TabInputText ? tab.uri : undefined);
    return uri && this.#server.client?.code2ProtocolConverter.asUri(uri);
  }
}

/** One of our previews is active: what was said of the file beside it still holds. */
function isPreview(input: unknown): boolean {
  return input instanceof vscode.TabInputWebview && input.viewType.includes("labelspec.");
}
