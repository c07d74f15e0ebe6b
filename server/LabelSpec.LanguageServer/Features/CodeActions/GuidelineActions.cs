using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Diagnostics;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Diagnostics;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>Everything that can be done at a place of a guideline.</summary>
static class GuidelineActions
{
    public static IEnumerable<GuidelineAction> In(GuidelineAnalysis analysis, TextSpan range)
    {
        var findings = GuidelineFindings.In(analysis);
        foreach (var finding in findings)
            if (finding.Span.Start <= range.End && finding.Span.End >= range.Start)
                foreach (var fix in FixesOf(analysis, finding))
                    yield return fix;
        if (LetRefactorings.Extract(analysis, range) is { } extracted)
            yield return extracted;
        if (LetRefactorings.Inline(analysis, range.Start) is { } inlined)
            yield return inlined;
        foreach (var abstracted in AbstractClassExtraction.Of(analysis, range))
            yield return abstracted;
        if (SugarConversion.At(analysis, range.Start) is { } converted)
            yield return converted;
        foreach (var tuned in SeverityTuning.At(analysis, range.Start))
            yield return tuned;
        if (FixAll(findings) is { } all)
            yield return all;
    }

    /// <summary>The rule whose name or head stands at an offset; null where none does.</summary>
    public static string? RuleAt(GuidelineAnalysis analysis, int offset) =>
        analysis.Tree.PathAt(offset).OfType<RuleDeclaration>().FirstOrDefault() is { Name.IsMissing: false } rule
        && offset <= (rule.Body is { } body ? analysis.Tree.SpanOf(body).Start : analysis.Tree.SpanOf(rule).End)
            ? rule.Name.Value
            : null;

    static List<GuidelineAction> FixesOf(GuidelineAnalysis analysis, SpecDiagnostic finding)
    {
        List<GuidelineAction> fixes =
        [
            .. finding.Fixes.Select(fix => new GuidelineAction(
                fix.Title,
                ActionKinds.QuickFix,
                [
                    .. fix.Edits.Select(edit =>
                        (edit.Span.File.Path, new TextSpan(edit.Span.Start, edit.Span.Length), edit.NewText)
                    ),
                ],
                finding
            )),
            .. GuidelineRepairs.Of(analysis, finding),
            .. ClauseRepairs.Of(analysis, finding) is { } without ? [without] : (GuidelineAction[])[],
            .. ShapeAllowing.Of(analysis, finding) is { } allowed ? [allowed] : (GuidelineAction[])[],
            .. SkeletonRepairs.Of(analysis, finding) is { } unjoined ? [unjoined] : (GuidelineAction[])[],
            .. VariableRepairs.Of(analysis, finding) is { } renamed ? [renamed] : (GuidelineAction[])[],
            .. SyntaxRepairs.Of(analysis, finding) is var (title, span, text)
                ? [new GuidelineAction(title, ActionKinds.QuickFix, [(analysis.Path, span, text)], finding)]
                : (IEnumerable<GuidelineAction>)[],
            .. MeaningRepairs
                .Of(analysis, finding)
                .Select(repair => new GuidelineAction(
                    repair.Title,
                    ActionKinds.QuickFix,
                    [.. repair.Edits.Select(edit => (analysis.Path, edit.Span, edit.Text))],
                    finding
                )),
        ];
        return fixes is [var only] ? [only with { IsPreferred = true }] : fixes;
    }

    /// <summary>Every fix that leaves no choice; where two touch, the first wins and the other waits for the next time.</summary>
    static GuidelineAction? FixAll(IReadOnlyList<SpecDiagnostic> findings)
    {
        var edits = new List<(string Path, TextSpan Span, string Text)>();
        foreach (var finding in findings)
        {
            if (finding.Fixes is not [var fix])
                continue;
            List<(string Path, TextSpan Span, string Text)> own =
            [
                .. fix.Edits.Select(edit =>
                    (edit.Span.File.Path, new TextSpan(edit.Span.Start, edit.Span.Length), edit.NewText)
                ),
            ];
            if (
                !own.Any(one =>
                    edits.Any(other =>
                        other.Path == one.Path && other.Span.Start <= one.Span.End && one.Span.Start <= other.Span.End
                    )
                )
            )
                edits.AddRange(own);
        }

        return edits.Count == 0 ? null : new GuidelineAction("Fix all that can be fixed", ActionKinds.FixAll, edits);
    }
}
