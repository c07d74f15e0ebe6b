import * as vscode from "vscode";
import type { FindingActions } from "../actions/findingActions";
import { fromPosition } from "../editing/ranges";
import type { Finding, PictureParams } from "../protocol/shapes";
import type { LanguageServer } from "../server/languageServer";
import { isPictureState } from "./messages";
import { PicturePanel } from "./picturePanel";

export const pictureViewType = "labelspec.picture";

/** All open picture previews: one for each annotation file. */
export class PicturePanels implements vscode.WebviewPanelSerializer {
  readonly #context: vscode.ExtensionContext;
  readonly #server: LanguageServer;
  readonly #actions: FindingActions;
  readonly #panels = new Map<string, PicturePanel>();

  constructor(context: vscode.ExtensionContext, server: LanguageServer, actions: FindingActions) {
    this.#context = context;
    this.#server = server;
    this.#actions = actions;
    context.subscriptions.push(
      vscode.window.registerWebviewPanelSerializer(pictureViewType, this),
      vscode.workspace.onDidChangeTextDocument((event) => this.#of(event.document.uri)?.changed()),
      vscode.window.onDidChangeTextEditorSelection(({ textEditor, selections, kind }) => {
        // Moves that an edit makes come with the edit's own picture; those of the user are followed.
        const position = selections[0]?.active;
        if (position && kind !== undefined) this.#of(textEditor.document.uri)?.follow(position);
      }),
      server.onDidChangePicture((change) => this.#of(vscode.Uri.parse(change.uri))?.changed(change)),
      server.onDidChange(() => {
        for (const panel of this.#panels.values()) void panel.refresh();
      }),
    );
  }

  /** Shows what the lens, the command or a view asks for; without parameters, what the cursor is at. */
  show(parameters?: PictureParams, finding?: string): void {
    const editor = vscode.window.activeTextEditor;
    if (parameters === undefined && editor === undefined) {
      void vscode.window.showInformationMessage("Open an annotation file, then show its picture.");
      return;
    }
    const uri = parameters === undefined ? editor!.document.uri : vscode.Uri.parse(parameters.textDocument.uri);
    const wanted = parameters ?? { position: fromPosition(editor!.selection.active) };
    const { position, image, index } = wanted as Partial<PictureParams>;
    const open = this.#of(uri);
    if (open) {
      open.show({ position, image, index }, finding);
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      pictureViewType,
      "Picture",
      { viewColumn: vscode.ViewColumn.Beside, preserveFocus: true },
      { enableScripts: true, retainContextWhenHidden: false },
    );
    this.#add(panel, uri, { position, image, index }).show({ position, image, index }, finding);
  }

  showFinding(finding: Finding): void {
    this.show(
      {
        textDocument: { uri: finding.uri },
        ...(finding.image === undefined ? { position: finding.range.start } : { image: finding.image }),
      },
      finding.fingerprint,
    );
  }

  /** After a restart of the editor. */
  deserializeWebviewPanel(panel: vscode.WebviewPanel, state: unknown): Promise<void> {
    if (isPictureState(state)) this.#add(panel, vscode.Uri.parse(state.uri), { image: state.image });
    else panel.dispose();
    return Promise.resolve();
  }

  #add(panel: vscode.WebviewPanel, uri: vscode.Uri, wanted: Omit<PictureParams, "textDocument">): PicturePanel {
    const added = new PicturePanel(panel, uri, this.#context.extensionUri, this.#server, this.#actions, wanted);
    this.#panels.set(uri.toString(), added);
    panel.onDidDispose(() => {
      if (this.#panels.get(uri.toString()) === added) this.#panels.delete(uri.toString());
    });
    // A hidden page forgets; it asks again when it comes back.
    return added;
  }

  #of(uri: vscode.Uri): PicturePanel | undefined {
    return this.#panels.get(uri.toString());
  }
}
