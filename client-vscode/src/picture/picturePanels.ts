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
      vscode.workspace.onDidRenameFiles(({ files }) => {
        for (const { oldUri, newUri } of files) this.#rename(oldUri, newUri);
      }),
      vscode.workspace.onDidDeleteFiles(({ files }) => {
        for (const [, panel] of [...files].flatMap((uri) => this.#in(uri))) panel.changed();
      }),
      vscode.workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration("labelspec.picture")) for (const panel of this.#panels.values()) panel.changed();
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
    // The log is an editor, too.
    if (parameters === undefined && editor?.document.uri.scheme !== "file") {
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
      const key = added.uri.toString();
      if (this.#panels.get(key) === added) this.#panels.delete(key);
    });
    // A hidden page forgets; it asks again when it comes back.
    return added;
  }

  /** A file has another name now, or a folder above files. */
  #rename(from: vscode.Uri, to: vscode.Uri): void {
    for (const [key, panel] of this.#in(from)) {
      const uri = to.with({ path: to.path + panel.uri.path.slice(from.path.length) });
      this.#panels.delete(key);
      this.#panels.set(uri.toString(), panel);
      panel.renamed(uri);
    }
  }

  /** The panels of a file, or of the files in a folder. */
  #in(uri: vscode.Uri): [string, PicturePanel][] {
    return [...this.#panels].filter(
      ([, { uri: shown }]) => shown.path === uri.path || shown.path.startsWith(`${uri.path}/`),
    );
  }

  #of(uri: vscode.Uri): PicturePanel | undefined {
    return this.#panels.get(uri.toString());
  }
}
