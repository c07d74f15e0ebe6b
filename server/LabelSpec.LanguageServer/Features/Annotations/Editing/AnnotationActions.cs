using LabelSpec.Engine.Findings;
using LabelSpec.LanguageServer.Features.SpecTests;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Transport;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using Diagnostic = LabelSpec.LanguageServer.Protocol.Diagnostic;

namespace LabelSpec.LanguageServer.Features.Annotations.Editing;

/// <summary>Repairs of findings, one or all of a kind; exceptions; what is known from now on.</summary>
sealed class AnnotationActions(Waiving waiving, Baselining baselining)
{
    public const string QuickFix = "quickfix";
    public const string FixAll = "source.fixAll.labelspec";

    public IReadOnlyList<CodeAction> For(
        DocumentContext<AnnotationContent> context,
        CodeActionParams wish,
        CancellationToken cancellation
    )
    {
        var view = context.View(cancellation);
        var actions = new List<CodeAction>();
        if (Wants(wish, QuickFix))
            foreach (var finding in Touched(view, wish))
                actions.AddRange(Of(context, view, finding, wish, cancellation));
        if (Wants(wish, FixAll))
        {
            var all = Repairs.Together(
                context.Snapshot,
                view.Findings.Select(finding => finding.Fixes.FirstOrDefault(fix => fix.IsSafe)).OfType<Fix>()
            );
            if (all.Applied > 0)
                actions.Add(new CodeAction($"Make all safe repairs ({all.Applied})", FixAll, Edit: all.Edit));
        }

        return actions;
    }

    IEnumerable<CodeAction> Of(
        DocumentContext<AnnotationContent> context,
        AnnotationView view,
        Finding finding,
        CodeActionParams wish,
        CancellationToken cancellation
    )
    {
        IReadOnlyList<Diagnostic> diagnostics =
        [
            .. wish.Context.Diagnostics.Where(diagnostic =>
                FindingDiagnostics.FingerprintOf(diagnostic) == finding.Fingerprint
            ),
        ];
        for (var i = 0; i < finding.Fixes.Length; i++)
            yield return new CodeAction(
                finding.Fixes[i].Title,
                QuickFix,
                diagnostics,
                IsPreferred: i == 0 && finding.Fixes[i].IsSafe ? true : null,
                Edit: AnnotationEdits.Of(context.Snapshot, finding.Fixes[i].Edits)
            );

        var alike = view.Findings.Where(other => other.Rule == finding.Rule && !other.Fixes.IsEmpty).ToList();
        if (!finding.Fixes.IsEmpty && alike.Count > 1)
        {
            var all = Repairs.Together(context.Snapshot, alike.Select(other => other.Fixes[0]));
            yield return new CodeAction(
                $"Repair all of {finding.Rule} in this file ({all.Applied})",
                QuickFix,
                diagnostics,
                Edit: all.Edit
            );
        }

        if (view.Analysis.Guideline?.Rules.Any(rule => rule.Name == finding.Rule) == true && finding.Image is not null)
            yield return AddTestFeature.Action(finding.Rule, "this", (context.Uri, finding.Fingerprint), QuickFix) with
            {
                Diagnostics = diagnostics,
            };
        if (
            Try(() =>
                waiving
                    .Waive(
                        context.Snapshot,
                        new WaiveParams(context.Uri, finding.Fingerprint, "say here why this is accepted"),
                        cancellation
                    )
                    .Edit
            ) is
            { } waive
        )
            yield return new CodeAction($"Accept this {finding.Rule} for a reason", QuickFix, diagnostics, Edit: waive);
        if (
            Try(() =>
                baselining
                    .Add(context.Snapshot, new BaselineParams(context.Uri, finding.Fingerprint), false, cancellation)
                    .Edit
            ) is
            { } known
        )
            yield return new CodeAction("Add to the baseline", QuickFix, diagnostics, Edit: known);
    }

    static IEnumerable<Finding> Touched(AnnotationView view, CodeActionParams wish)
    {
        var (start, end) = (view.OffsetOf(wish.Range.Start), view.OffsetOf(wish.Range.End));
        return view.Findings.Where(finding => finding.Location.Start <= end && start <= finding.Location.End);
    }

    static bool Wants(CodeActionParams wish, string kind) =>
        wish.Context.Only is not { Count: > 0 } only
            ? kind == QuickFix
            : only.Any(one => kind == one || kind.StartsWith(one + ".", StringComparison.Ordinal));

    // What cannot be done here is no offer.
    static WorkspaceEdit? Try(Func<WorkspaceEdit> make)
    {
        try
        {
            return make();
        }
        catch (LspErrorException)
        {
            return null;
        }
    }
}
