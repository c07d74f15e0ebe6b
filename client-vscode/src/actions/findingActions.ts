import * as vscode from "vscode";
import type { LanguageClient, WorkspaceEdit } from "vscode-languageclient/node";
import * as requests from "../protocol/requests";
import type { BaselineParams, Finding, FixParams, WaiveParams } from "../protocol/shapes";
import type { LanguageServer } from "../server/languageServer";
import { defaultUntil, reasonProblem, untilProblem } from "./waiver";

/** What can be done about a finding, whichever view it was chosen in: the server makes the edits, this applies them. */
export class FindingActions {
  readonly #server: LanguageServer;

  constructor(server: LanguageServer) {
    this.#server = server;
  }

  /** Applies a repair; asks first where it is one that only a person can decide. */
  async fix(finding: Finding, index?: number): Promise<void> {
    const chosen = index ?? (await chooseFix(finding));
    const fix = chosen === undefined ? undefined : finding.fixes[chosen];
    if (fix === undefined) return;
    await this.#fix({ uri: finding.uri, fingerprint: finding.fingerprint, fix: chosen });
  }

  /** Applies the recommended repair of everything that a rule found in a file. */
  async fixRule(uri: string, rule: string): Promise<void> {
    await this.#fix({ uri, rule });
  }

  async fixAllSafe(uri: string): Promise<void> {
    await this.#fix({ uri, all: "safe" });
  }

  /** Asks for a reason and a day, and writes the waiver into the project file. */
  async waive(finding: Finding): Promise<void> {
    const scopes: (vscode.QuickPickItem & { scope: NonNullable<WaiveParams["scope"]> })[] = [
      { label: "This finding", description: finding.message, scope: "finding" },
      ...(finding.image === undefined
        ? []
        : [{ label: `${finding.rule} on this image`, description: finding.image, scope: "image" as const }]),
      {
        label: `${finding.rule} in this file`,
        description: vscode.workspace.asRelativePath(vscode.Uri.parse(finding.uri)),
        scope: "file",
      },
    ];
    const scope = await vscode.window.showQuickPick(scopes, {
      title: "Waive",
      placeHolder: "What is accepted?",
      ignoreFocusOut: true,
    });
    if (scope === undefined) return;
    const because = await vscode.window.showInputBox({
      title: "Waive",
      prompt: "Why is this right as it is? The reason is written into labelspec.yaml.",
      validateInput: reasonProblem,
      // Who looks at the picture once more does not lose what is written.
      ignoreFocusOut: true,
    });
    if (because === undefined) return;
    const until = await vscode.window.showInputBox({
      title: "Waive",
      prompt: "Until which day?",
      value: defaultUntil(new Date()),
      validateInput: (text) => untilProblem(text, new Date()),
      ignoreFocusOut: true,
    });
    if (until === undefined) return;
    const { uri, fingerprint } = finding;
    await this.#ask(async (client) => {
      const result = await client.sendRequest(requests.waive, {
        uri,
        fingerprint,
        scope: scope.scope,
        because: because.trim(),
        until,
      });
      await apply(client, result.edit);
    });
  }

  async baseline(which: BaselineParams): Promise<void> {
    await this.#ask(async (client) => {
      const result = await client.sendRequest(requests.baseline, which);
      const file = vscode.Uri.parse(result.uri);
      const isThere = await vscode.workspace.fs.stat(file).then(
        () => true,
        () => false,
      );
      if (!isThere) await vscode.workspace.fs.writeFile(file, new Uint8Array());
      await apply(client, result.edit);
      // Nobody writes this file by hand, and it counts as it is on disk.
      await (await vscode.workspace.openTextDocument(file)).save();
      vscode.window.setStatusBarMessage(
        result.added === 1 ? "1 finding is in the baseline now" : `${result.added} findings are in the baseline now`,
        5000,
      );
    });
  }

  async #fix(parameters: FixParams): Promise<void> {
    await this.#ask(async (client) => {
      const result = await client.sendRequest(requests.fix, parameters);
      await apply(client, result.edit);
      const done = result.applied === 1 ? "1 repair applied" : `${result.applied} repairs applied`;
      const left = result.left === 0 ? "" : `; ${result.left} overlap with them: run it again`;
      vscode.window.setStatusBarMessage(done + left, 5000);
    });
  }

  async #ask(run: (client: LanguageClient) => Promise<void>): Promise<void> {
    const client = this.#server.client;
    if (client === undefined) {
      void vscode.window.showWarningMessage("The LabelSpec server is not running.");
      return;
    }
    try {
      await run(client);
    } catch (problem) {
      void vscode.window.showErrorMessage(problem instanceof Error ? problem.message : String(problem));
    }
  }
}

async function chooseFix(finding: Finding): Promise<number | undefined> {
  if (finding.fixes.length < 2) return finding.fixes.length - 1;
  const items = finding.fixes.map((fix, index) => ({
    label: fix.title,
    description: fix.safe ? undefined : "look at the result",
    index,
  }));
  return (await vscode.window.showQuickPick(items, { title: finding.message, placeHolder: "Which repair?" }))?.index;
}

async function apply(client: LanguageClient, edit: WorkspaceEdit): Promise<void> {
  if (!(await vscode.workspace.applyEdit(await client.protocol2CodeConverter.asWorkspaceEdit(edit))))
    throw new Error("The edit could not be applied: the file changed meanwhile. Try again.");
}
