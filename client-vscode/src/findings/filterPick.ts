import * as vscode from "vscode";
import * as requests from "../protocol/requests";
import { type FindingsFilter, severities, type Severity } from "../protocol/shapes";
import type { LanguageServer } from "../server/languageServer";

type Choice = vscode.QuickPickItem & { severity?: Severity; rule?: string; file?: string };

/**
 * Asks what the findings view lets through: severities, rules and files to tick, and what is typed is looked for in the
 * findings' texts. Undefined when the user turned away.
 */
export async function chooseFilter(
  server: LanguageServer,
  current: FindingsFilter,
): Promise<FindingsFilter | undefined> {
  const ask = async (groupBy: "rule" | "file") =>
    (await server.client?.sendRequest(requests.findings, { groupBy, limit: 1000 }))?.groups ?? [];
  const [rules, files] = await Promise.all([ask("rule"), ask("file")]);
  const items: Choice[] = [
    { label: "Severity", kind: vscode.QuickPickItemKind.Separator },
    ...severities.map((severity) => ({ label: severity, severity })),
    { label: "Rule", kind: vscode.QuickPickItemKind.Separator },
    ...rules.map((group) => ({ label: group.label, description: group.description, rule: group.label })),
    { label: "File", kind: vscode.QuickPickItemKind.Separator },
    ...files.flatMap((group) => (group.uri === undefined ? [] : [{ label: group.label, file: group.uri }])),
  ];
  const pick = vscode.window.createQuickPick<Choice>();
  pick.title = "Filter Findings";
  pick.placeholder = "Tick what is shown, or type a text that findings must contain";
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  pick.items = items;
  pick.value = current.text ?? "";
  pick.selectedItems = items.filter(
    (item) =>
      (item.severity && current.severities?.includes(item.severity)) ??
      (item.rule !== undefined && current.rules?.includes(item.rule)) ??
      (item.file !== undefined && current.files?.includes(item.file)),
  );
  return new Promise((resolve) => {
    pick.onDidAccept(() => {
      resolve(toFilter(pick.selectedItems, pick.value));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function toFilter(chosen: readonly Choice[], text: string): FindingsFilter {
  const filter: FindingsFilter = {};
  const severity = chosen.flatMap((item) => item.severity ?? []);
  const rules = chosen.flatMap((item) => item.rule ?? []);
  const files = chosen.flatMap((item) => item.file ?? []);
  if (severity.length > 0) filter.severities = severity;
  if (rules.length > 0) filter.rules = rules;
  if (files.length > 0) filter.files = files;
  if (text.trim() !== "") filter.text = text.trim();
  return filter;
}
