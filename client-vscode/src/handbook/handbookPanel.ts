import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { fromPosition } from "../editing/ranges";
import { reveal } from "../editing/reveal";
import type { Finding } from "../protocol/shapes";
import type { LanguageServer } from "../server/languageServer";
import { webviewHtml } from "../webview/html";
import { panelIcon } from "../webview/panelIcon";
import type { HandbookPage } from "./declaration";
import { type HandbookTopic, lookUp } from "./lookUp";
import { type FromHandbook, isHandbookState } from "./messages";
import { emptyBody, handbookBody } from "./page";

export const handbookViewType = "labelspec.handbook";

/** The cursor rests for this long before the page follows it, in milliseconds. */
const rest = 150;

/** A server that has just started may not have read the guidelines yet: how often, and after how long, it is asked again. */
const attempts = 12;
const pause = 500;

/** The page of the class or rule under the cursor, beside the guideline. There is one, and it follows the cursor. */
export class HandbookPanel implements vscode.WebviewPanelSerializer {
  readonly #server: LanguageServer;
  readonly #extension: vscode.Uri;
  #panel: vscode.WebviewPanel | undefined;
  #asked: HandbookTopic | undefined;
  #page: HandbookPage | undefined;
  #timer: NodeJS.Timeout | undefined;
  #turn = 0;

  constructor(context: vscode.ExtensionContext, server: LanguageServer) {
    this.#server = server;
    this.#extension = context.extensionUri;
    const follow = (editor: vscode.TextEditor | undefined) => {
      if (this.#panel === undefined || editor?.document.uri.scheme !== "file") return;
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => void this.#show(at(editor)), rest);
    };
    context.subscriptions.push(
      vscode.window.registerWebviewPanelSerializer(handbookViewType, this),
      vscode.window.onDidChangeTextEditorSelection((event) => follow(event.textEditor)),
      vscode.window.onDidChangeActiveTextEditor(follow),
      vscode.workspace.onDidChangeTextDocument((event) => {
        const editor = vscode.window.activeTextEditor;
        if (event.document === editor?.document) follow(editor);
      }),
      server.onDidChange(() => {
        if (this.#panel && this.#asked) void this.#show(this.#asked);
      }),
    );
  }

  /** The page of what the cursor is at. */
  show(): void {
    const editor = vscode.window.activeTextEditor;
    if (editor === undefined) {
      void vscode.window.showInformationMessage("Open a guideline, then show its page.");
      return;
    }
    this.#open();
    void this.#show(at(editor));
  }

  /** The page of the rule or check behind a finding. */
  async explain(finding: Finding): Promise<void> {
    this.#open();
    await this.#show({ uri: finding.uri, topic: finding.rule });
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (isHandbookState(state)) {
      this.#attach(panel);
      void this.#show({ uri: state.uri, topic: state.topic });
    } else panel.dispose();
    return Promise.resolve();
  }

  #open(): void {
    if (this.#panel) {
      this.#panel.reveal(undefined, true);
      return;
    }
    this.#attach(
      vscode.window.createWebviewPanel(
        handbookViewType,
        "Guideline Page",
        { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
        {},
      ),
    );
  }

  #attach(panel: vscode.WebviewPanel): void {
    this.#panel?.dispose();
    this.#panel = panel;
    this.#page = undefined;
    panel.iconPath = panelIcon(this.#extension);
    panel.webview.onDidReceiveMessage((message: FromHandbook) => this.#receive(message));
    panel.onDidDispose(() => {
      if (this.#panel === panel) this.#panel = undefined;
    });
    this.#write(emptyBody("Put the cursor on a class or a rule."));
  }

  async #show(parameters: HandbookTopic): Promise<void> {
    this.#asked = parameters;
    const client = this.#server.client;
    if (client === undefined) {
      this.#write(emptyBody("The LabelSpec server is starting…"));
      return;
    }
    const turn = ++this.#turn;
    let page: HandbookPage | undefined;
    try {
      page = await lookUp(client, parameters);
      for (let attempt = 1; page === undefined && "topic" in parameters && attempt < attempts; attempt++) {
        await new Promise((resolve) => setTimeout(resolve, pause));
        if (turn !== this.#turn || client !== this.#server.client) return;
        page = await lookUp(client, parameters);
      }
      if (page === undefined && "topic" in parameters && turn === this.#turn)
        this.#write(emptyBody(`No guideline has "${parameters.topic}".`));
    } catch (problem) {
      if (turn === this.#turn) this.#write(emptyBody(problem instanceof Error ? problem.message : String(problem)));
      return;
    }
    // Between declarations the last page stays.
    if (turn !== this.#turn || page === undefined || this.#panel === undefined) return;
    if (this.#page?.markdown === page.markdown && this.#page.name === page.name) {
      this.#page = page;
      return;
    }
    this.#page = page;
    this.#panel.title = page.title;
    const { webview } = this.#panel;
    this.#write(
      handbookBody(page, (uri) =>
        uri.startsWith("file:") ? webview.asWebviewUri(vscode.Uri.parse(uri)).toString() : undefined,
      ),
      { uri: page.uri ?? parameters.uri, topic: page.name },
    );
  }

  #receive(message: FromHandbook): void {
    if (message.kind === "open") void vscode.commands.executeCommand("vscode.open", vscode.Uri.parse(message.target));
    else if (this.#page?.uri !== undefined && this.#page.range !== undefined)
      void reveal(vscode.Uri.parse(this.#page.uri), this.#page.range, true);
  }

  #write(body: string, keep?: { uri: string; topic: string }): void {
    if (this.#panel === undefined) return;
    const { webview } = this.#panel;
    const file = (name: string) =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.#extension, "dist", "view", name)).toString();
    webview.options = {
      enableScripts: true,
      localResourceRoots: [
        vscode.Uri.joinPath(this.#extension, "dist", "view"),
        ...(vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri),
      ],
    };
    webview.html = webviewHtml({
      title: "Guideline page",
      source: webview.cspSource,
      script: file("handbook.js"),
      style: file("handbook.css"),
      nonce: randomBytes(16).toString("base64"),
      body,
      data: keep && { ...keep },
    });
  }
}

function at(editor: vscode.TextEditor): HandbookTopic {
  return {
    uri: editor.document.uri.toString(),
    position: fromPosition(editor.selection.active),
  };
}
