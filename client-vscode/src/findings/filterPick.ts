import * as vscode from "vscode";
import * as requests from "../protocol/requests";
import { type FindingsFilter, severities, type Severity } from "../protocol/shapes";
import type { LanguageServer } from "../server/languageServer";

type Choice = vscode.QuickPickItem & { severity?: Severity; rule?: string; file?: string; text?: string };

/**
 * Asks what the findings view lets through: severities, rules and files to tick. What is typed narrows the list, and can itself
 * be ticked as a text that findings must contain. Undefined when the user turned away.
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
  pick.placeholder = "Tick what is shown; type to look for it, or for a text in findings";
  pick.canSelectMany = true;
  pick.matchOnDescription = true;
  const show = (text: string, selected: readonly Choice[]) => {
    const containing = text === "" ? undefined : containingText(text);
    pick.items = [...(containing ? [containing] : []), ...items];
    pick.selectedItems = [
      ...(containing && text === current.text ? [containing] : []),
      ...items.filter((item) => selected.includes(item)),
    ];
  };
  show(
    current.text ?? "",
    items.filter(
      (item) =>
        (item.severity && current.severities?.includes(item.severity)) ??
        (item.rule !== undefined && current.rules?.includes(item.rule)) ??
        (item.file !== undefined && current.files?.includes(item.file)),
    ),
  );
  return new Promise((resolve) => {
    pick.onDidChangeValue((value) => show(value.trim(), pick.selectedItems));
    pick.onDidAccept(() => {
      const typed = pick.value.trim();
      // Who types and ticks nothing means the text.
      const chosen = pick.selectedItems.length === 0 && typed !== "" ? [containingText(typed)] : pick.selectedItems;
      resolve(toFilter(chosen));
      pick.hide();
    });
    pick.onDidHide(() => {
      resolve(undefined);
      pick.dispose();
    });
    pick.show();
  });
}

function containingText(text: string): Choice {
  return {
    label: `Containing “${text}”`,
    description: "in message, rule, image or annotation",
    alwaysShow: true,
    text,
  };
}

function toFilter(chosen: readonly Choice[]): FindingsFilter {
  const filter: FindingsFilter = {};
  const severity = chosen.flatMap((item) => item.severity ?? []);
  const rules = chosen.flatMap((item) => item.rule ?? []);
  const files = chosen.flatMap((item) => item.file ?? []);
  if (severity.length > 0) filter.severities = severity;
  if (rules.length > 0) filter.rules = rules;
  if (files.length > 0) filter.files = files;
  const text = chosen.find((item) => item.text !== undefined)?.text;
  if (text !== undefined) filter.text = text;
  return filter;
}
