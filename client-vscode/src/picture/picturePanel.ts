import { randomBytes } from "node:crypto";
import * as vscode from "vscode";
import { LSPErrorCodes, ResponseError } from "vscode-languageclient/node";
import type { FindingActions } from "../actions/findingActions";
import { fromPosition } from "../editing/ranges";
import { reveal } from "../editing/reveal";
import * as requests from "../protocol/requests";
import type { Picture, PictureChangedParams, PictureFinding, PictureParams } from "../protocol/shapes";
import type { LanguageServer } from "../server/languageServer";
import { webviewHtml } from "../webview/html";
import { panelIcon } from "../webview/panelIcon";
import type { FromView, LabelMode, ToView } from "./messages";
import { innermost } from "./model/order";
import { pictureBody } from "./page";

/** Typing settles for this long before the picture is asked for again, in milliseconds. */
const settle = 60;

/** How often an answer that is out of date is asked for again. */
const attempts = 5;

/** The picture preview of one annotation file. */
export class PicturePanel {
  #uri: vscode.Uri;
  readonly #panel: vscode.WebviewPanel;
  readonly #server: LanguageServer;
  readonly #actions: FindingActions;
  readonly #extension: vscode.Uri;
  #picture: Picture | undefined;
  #wanted: Omit<PictureParams, "textDocument">;
  #finding: string | undefined;
  #turn = 0;
  #timer: NodeJS.Timeout | undefined;
  #ready = false;

  constructor(
    panel: vscode.WebviewPanel,
    uri: vscode.Uri,
    extension: vscode.Uri,
    server: LanguageServer,
    actions: FindingActions,
    wanted: Omit<PictureParams, "textDocument">,
  ) {
    this.#panel = panel;
    this.#uri = uri;
    this.#extension = extension;
    this.#server = server;
    this.#actions = actions;
    this.#wanted = wanted;
    panel.iconPath = panelIcon(extension);
    panel.webview.onDidReceiveMessage((message: FromView) => this.#receive(message));
    this.#allow([]);
    this.#write();
  }

  get uri(): vscode.Uri {
    return this.#uri;
  }

  /** The file has another name now; what is shown of it stays. */
  renamed(uri: vscode.Uri): void {
    this.#uri = uri;
    this.#allow([vscode.Uri.joinPath(uri, "..")]);
    // The page keeps the name for the next start.
    this.#write();
  }

  show(wanted: Omit<PictureParams, "textDocument">, finding?: string): void {
    this.#wanted = wanted;
    this.#finding = finding;
    this.#panel.reveal(undefined, true);
    void this.refresh();
  }

  /** The text changed, or the server says that the picture did. */
  changed(change?: PictureChangedParams): void {
    const images = change?.images;
    if (images && this.#picture && !images.includes(this.#picture.image.name)) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.refresh(), settle);
  }

  /** The cursor moved: another shape, or another image. */
  follow(position: vscode.Position): void {
    if (!vscode.workspace.getConfiguration("labelspec", this.#uri).get<boolean>("picture.followCursor", true)) return;
    const picture = this.#picture;
    const at = fromPosition(position);
    const shape = picture && innermost(picture.shapes, at);
    if (shape !== undefined || (picture?.image.range && innermost([{ range: picture.image.range }], at)))
      this.#post({ kind: "select", shape: shape?.index });
    else {
      this.#wanted = { position: at };
      this.changed();
    }
  }

  /** Asks for the picture that is wanted, and shows the newest answer. */
  async refresh(): Promise<void> {
    const client = this.#server.client;
    if (client === undefined) {
      if (this.#picture === undefined) this.#empty(this.#server.problem ?? "The LabelSpec server is starting…");
      return;
    }
    if (!this.#ready) return;
    const turn = ++this.#turn;
    const parameters = { textDocument: { uri: client.code2ProtocolConverter.asUri(this.#uri) }, ...this.#wanted };
    try {
      const picture = await this.#ask(() => client.sendRequest(requests.picture, parameters), turn);
      if (turn !== this.#turn || picture === undefined) return;
      if (picture === null) await this.#showOther();
      else this.#draw(picture);
    } catch (problem) {
      this.#empty(problem instanceof Error ? problem.message : String(problem));
    }
  }

  /** The cursor stands where no image is (a header, the categories): what is shown stays, else the first image is. */
  async #showOther(): Promise<void> {
    const { position, image, index } = this.#wanted;
    if (!(await isThere(this.#uri))) this.#empty(`${nameOf(this.#uri)} is no longer there.`);
    else if (this.#picture !== undefined && image !== this.#picture.image.name)
      this.#wanted = { image: this.#picture.image.name };
    else if (position === undefined && image === undefined && index === undefined)
      this.#empty(`${nameOf(this.#uri)} has no image to show: it is no annotation file, or names no images.`);
    else {
      this.#wanted = {};
      await this.refresh();
    }
  }

  async #ask(send: () => Promise<Picture | null>, turn: number): Promise<Picture | null | undefined> {
    for (let attempt = 1; ; attempt++)
      try {
        return await send();
      } catch (problem) {
        const outdated = problem instanceof ResponseError && problem.code === LSPErrorCodes.ContentModified;
        if (turn !== this.#turn) return undefined;
        if (!outdated || attempt >= attempts) throw problem;
        await new Promise((resolve) => setTimeout(resolve, settle * attempt));
      }
  }

  #draw(picture: Picture): void {
    const atPosition = this.#wanted.position !== undefined;
    this.#picture = picture;
    this.#wanted = { image: picture.image.name };
    this.#panel.title = `${picture.image.name === "" ? nameOf(this.#uri) : picture.image.name} (picture)`;
    const image = picture.image.uri === undefined ? undefined : vscode.Uri.parse(picture.image.uri);
    if (image && this.#allow([vscode.Uri.joinPath(image, "..")])) {
      // New folders reload the page; it says that it is ready again, and is answered then.
      this.#write();
      return;
    }
    const end = this.#finding === "first" || this.#finding === "last" ? this.#finding : undefined;
    this.#post({
      kind: "picture",
      picture,
      source: image && this.#panel.webview.asWebviewUri(image).toString(),
      labels: vscode.workspace.getConfiguration("labelspec", this.#uri).get<LabelMode>("picture.labels", "all"),
      reveal: atPosition ? picture.selected : undefined,
      finding: end ?? this.#finding,
    });
    this.#finding = undefined;
  }

  #receive(message: FromView): void {
    switch (message.kind) {
      case "ready":
        this.#ready = true;
        void this.refresh();
        break;
      case "selectShape": {
        const shape = this.#picture?.shapes[message.shape];
        if (shape) void reveal(this.#uri, shape.range, message.focus);
        break;
      }
      case "selectFinding": {
        const finding = this.#find(message.fingerprint);
        if (finding) void reveal(this.#uri, finding.range, message.focus);
        break;
      }
      case "openRelated": {
        const related = this.#find(message.fingerprint)?.related[message.related];
        if (related) void reveal(vscode.Uri.parse(related.uri), related.range, true);
        break;
      }
      case "image":
        this.#wanted = { index: message.index };
        this.#finding = message.finding;
        void this.refresh();
        break;
      case "fix": {
        const finding = this.#find(message.fingerprint);
        if (finding) void this.#actions.fix(finding, message.fix);
        break;
      }
      case "waive": {
        const finding = this.#find(message.fingerprint);
        if (finding) void this.#actions.waive(finding);
        break;
      }
      case "help": {
        const finding = this.#find(message.fingerprint);
        if (finding) void vscode.commands.executeCommand("labelspec.findings.help", finding);
        break;
      }
    }
  }

  #find(fingerprint: string): PictureFinding | undefined {
    return this.#picture?.findings.find((finding) => finding.fingerprint === fingerprint);
  }

  #empty(message: string): void {
    this.#picture = undefined;
    this.#post({ kind: "empty", message });
  }

  #post(message: ToView): void {
    void this.#panel.webview.postMessage(message);
  }

  /** Lets the page load images from these folders and the workspace. Returns whether that is more than before. */
  #allow(folders: readonly vscode.Uri[]): boolean {
    const known = this.#panel.webview.options.localResourceRoots ?? [];
    const inside = (folder: vscode.Uri) =>
      known.some((root) => folder.path === root.path || folder.path.startsWith(`${root.path}/`));
    const more = folders.filter((folder) => !inside(folder));
    if (known.length > 0 && more.length === 0) return false;
    this.#panel.webview.options = {
      enableScripts: true,
      localResourceRoots: [
        vscode.Uri.joinPath(this.#extension, "dist", "view"),
        ...(vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri),
        vscode.Uri.joinPath(this.#uri, ".."),
        ...more,
      ],
    };
    return true;
  }

  #write(): void {
    const { webview } = this.#panel;
    const file = (name: string) =>
      webview.asWebviewUri(vscode.Uri.joinPath(this.#extension, "dist", "view", name)).toString();
    this.#ready = false;
    webview.html = webviewHtml({
      title: "Picture",
      source: webview.cspSource,
      script: file("picture.js"),
      style: file("picture.css"),
      nonce: randomBytes(16).toString("base64"),
      body: pictureBody,
      data: { uri: this.#uri.toString() },
    });
  }
}

function nameOf(uri: vscode.Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}

function isThere(uri: vscode.Uri): Thenable<boolean> {
  return vscode.workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
