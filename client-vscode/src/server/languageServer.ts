import { accessSync, constants, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import * as vscode from "vscode";
import { type LanguageClient, type LanguageClientOptions, type ServerOptions, State } from "vscode-languageclient/node";
import * as requests from "../protocol/requests";
import type { PictureChangedParams, Status } from "../protocol/shapes";
import { documentSelector } from "./documents";
import { findServer, type ServerCandidate, ServerNotFound } from "./location";
import { ReplaceableClient } from "./replaceableClient";
import { TraceChannel } from "./traceChannel";

/** The running server, or none. Everything else of the extension asks this for the client and hears when it changes. */
export class LanguageServer implements vscode.Disposable {
  readonly #context: vscode.ExtensionContext;
  readonly #output: vscode.LogOutputChannel;
  readonly #changed = new vscode.EventEmitter<LanguageClient | undefined>();
  readonly #findings = new vscode.EventEmitter<undefined>();
  readonly #picture = new vscode.EventEmitter<PictureChangedParams>();
  readonly #status = new vscode.EventEmitter<Status>();
  readonly #trace: TraceChannel;
  #client: LanguageClient | undefined;
  #problem: string | undefined;
  #restarts = 0;
  #turn: Promise<void> = Promise.resolve();

  constructor(context: vscode.ExtensionContext, output: vscode.LogOutputChannel) {
    this.#context = context;
    this.#output = output;
    this.#trace = new TraceChannel(output);
  }

  /** Raised with the client once the server answers, and with undefined when it stopped. */
  readonly onDidChange = this.#changed.event;

  /** The server's own notifications, from whichever server runs: the client library has room for one listener each. */
  readonly onDidChangeFindings = this.#findings.event;
  readonly onDidChangePicture = this.#picture.event;
  readonly onDidChangeStatus = this.#status.event;

  get client(): LanguageClient | undefined {
    return this.#client?.state === State.Running ? this.#client : undefined;
  }

  /** Why there is no server, in words for people; undefined while there is one, or one is starting. */
  get problem(): string | undefined {
    return this.#problem;
  }

  /** Starts the server, or another one in its place. Calls queue up, so that two never run at once. */
  restart(): Promise<void> {
    this.#restarts++;
    this.#turn = this.#turn
      .then(() => this.#stop())
      .then(() => this.#start())
      .finally(() => this.#restarts--);
    return this.#turn;
  }

  async stop(): Promise<void> {
    this.#turn = this.#turn.then(() => this.#stop());
    await this.#turn;
  }

  /** Traces what the setting `labelspec.trace.server` says. */
  trace(): void {
    this.#trace.refresh();
  }

  dispose(): void {
    vscode.Disposable.from(this.#trace, this.#changed, this.#findings, this.#picture, this.#status).dispose();
  }

  async #start(): Promise<void> {
    let server: ServerCandidate;
    this.#fail(undefined);
    try {
      server = this.#find();
    } catch (problem) {
      if (!(problem instanceof ServerNotFound)) throw problem;
      this.#output.error(problem.message);
      this.#fail(problem.message);
      void this.#offerSetting(problem.message);
      return;
    }
    this.#output.info(`Starting ${server.command} ${server.arguments.join(" ")} (from the ${server.origin})`);
    const client = new ReplaceableClient("labelspec", "LabelSpec", launch(server), this.#options());
    let started = false;
    client.onDidChangeState(({ newState }) => {
      void vscode.commands.executeCommand("setContext", "labelspec.running", newState === State.Running);
      if (newState === State.Running && started) {
        // The client library started it again after a crash.
        this.#fail(undefined);
        this.#changed.fire(client);
      }
      if (newState !== State.Stopped) return;
      // Only when nobody asked for it: then another one takes its place.
      if (this.#client === client) this.#fail("The LabelSpec server ended. Its log says more.");
      this.#changed.fire(undefined);
    });
    client.onNotification(requests.findingsChanged, () => this.#findings.fire(undefined));
    client.onNotification(requests.pictureChanged, (change) => this.#picture.fire(change));
    client.onNotification(requests.statusChanged, (status) => this.#status.fire(status));
    this.#client = client;
    try {
      await client.start();
      started = true;
      this.#fail(undefined);
      // Not when it says that it runs: until here, documents that are open were not yet handed over.
      this.#changed.fire(client);
    } catch (problem) {
      // The client has told the user already; what is left is to say where to look.
      const why = `The LabelSpec server did not start: ${problem instanceof Error ? problem.message : String(problem)}`;
      this.#output.error(why);
      this.#fail(why);
    }
  }

  /** Tells the views that there is no server, and why; or that there is hope. */
  #fail(problem: string | undefined): void {
    this.#problem = problem;
    void vscode.commands.executeCommand("setContext", "labelspec.failed", problem !== undefined);
    if (problem !== undefined) this.#changed.fire(undefined);
  }

  async #stop(): Promise<void> {
    const client = this.#client;
    this.#client = undefined;
    if (client === undefined) return;
    try {
      await client.dispose(5000);
    } catch (problem) {
      this.#output.warn(`The server did not stop in order: ${String(problem)}`);
    }
  }

  #find(): ServerCandidate {
    const settings = vscode.workspace.getConfiguration("labelspec.server");
    return findServer({
      setting: settings.get("path", ""),
      arguments: settings.get<string[]>("arguments", []),
      extensionFolder: this.#context.extensionPath,
      workspaceFolders: (vscode.workspace.workspaceFolders ?? []).map((folder) => folder.uri.fsPath),
      home: os.homedir(),
      platform: process.platform,
      path: (process.env["PATH"] ?? "").split(path.delimiter).filter((folder) => folder !== ""),
      isFile: isExecutable,
    });
  }

  #options(): LanguageClientOptions {
    return {
      documentSelector,
      outputChannel: this.#output,
      traceOutputChannel: this.#trace.channel,
      progressOnInitialization: true,
      initializationOptions: { labelspec: { showPicture: true, showFindings: true } },
      synchronize: { configurationSection: "labelspec" },
      middleware: {
        workspace: {
          // A server that is about to go, because of this very change, needs no word of it; the next one asks for itself.
          didChangeConfiguration: async (sections, next) => {
            if (this.#restarts === 0) await next(sections);
          },
        },
      },
      markdown: { isTrusted: { enabledCommands: ["labelspec.showPicture", "labelspec.showHandbook"] } },
    };
  }

  async #offerSetting(message: string): Promise<void> {
    const open = "Open the Setting";
    if ((await vscode.window.showErrorMessage(message, open)) === open)
      await vscode.commands.executeCommand("workbench.action.openSettings", "labelspec.server.path");
  }
}

function launch(server: ServerCandidate): ServerOptions {
  return { command: server.command, args: server.arguments, options: { env: { ...process.env, DOTNET_NOLOGO: "1" } } };
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
