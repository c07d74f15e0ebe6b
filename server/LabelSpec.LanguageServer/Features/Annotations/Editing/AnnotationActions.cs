using LabelSpec.Engine.Findings;
using LabelSpec.LanguageServer.Features.SpecTests;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Transport;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using Diagnostic = LabelSpec.LanguageServer.Protocol.Diagnostic;

namespace LabelSpec.LanguageServer.Features.Annotations.Editing;

/// <summary>Repairs of findings, one or all of a kind; exceptions; what is known from now on. Edits are made when they are asked for.</summary>
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
        {
            // What is about the value at the cursor comes before what is about all around it, and repairs before what leaves things as
            // they are: an editor shows a menu in this order.
            var touched = Touched(view, wish)
                .OrderBy(finding => finding.Location.End - finding.Location.Start)
                .ToList();
            foreach (var finding in touched)
                actions.AddRange(RepairsOf(context, view, finding, DiagnosticsOf(finding, wish)));
            foreach (var finding in touched)
                actions.AddRange(Acceptances(context, view, finding, DiagnosticsOf(finding, wish)));
        }
        if (Wants(wish, FixAll) && Repairs.CountTogether(AllSafe(view)) is > 0 and var count)
            actions.AddRange(
                Offer(context, view, $"Make all safe repairs ({count})", FixAll, null, new PendingEdit("safe"))
            );
        return actions;
    }

    /// <summary>The action with the edit that it was offered without.</summary>
    public CodeAction Resolved(
        DocumentContext<AnnotationContent> context,
        CodeAction action,
        CancellationToken cancellation
    ) =>
        PendingEdit.Read(action.Data) is { } pending
            ? action with
            {
                Edit = EditOf(context, context.View(cancellation), pending, cancellation),
            }
            : action;

    static IReadOnlyList<Diagnostic> DiagnosticsOf(Finding finding, CodeActionParams wish) =>
        [
            .. wish.Context.Diagnostics.Where(diagnostic =>
                FindingDiagnostics.FingerprintOf(diagnostic) == finding.Fingerprint
            ),
        ];

    IEnumerable<CodeAction> RepairsOf(
        DocumentContext<AnnotationContent> context,
        AnnotationView view,
        Finding finding,
        IReadOnlyList<Diagnostic> diagnostics
    )
    {
        for (var i = 0; i < finding.Fixes.Length; i++)
            foreach (
                var fix in Offer(
                    context,
                    view,
                    finding.Fixes[i].Title,
                    QuickFix,
                    diagnostics,
                    new PendingEdit("fix", finding.Fingerprint, Fix: i)
                )
            )
                yield return fix with
                {
                    IsPreferred = i == 0 && finding.Fixes[i].IsSafe ? true : null,
                };

        var alike = finding.Fixes.IsEmpty ? [] : AllOf(view, finding.Rule).ToList();
        if (alike.Count > 1)
            foreach (
                var all in Offer(
                    context,
                    view,
                    $"Repair all of {finding.Rule} in this file ({Repairs.CountTogether(alike)})",
                    QuickFix,
                    diagnostics,
                    new PendingEdit("rule", Rule: finding.Rule)
                )
            )
                yield return all;

        foreach (var (choice, chosen) in Choosing.Of(context.Snapshot, view, finding))
            yield return new CodeAction(choice, QuickFix, diagnostics, Edit: chosen);
        if (ClassDeclaring.Of(context.Snapshot, view, finding) is var (title, edit))
            yield return new CodeAction(title, QuickFix, diagnostics, Edit: edit);
        if (AttributeDeclaring.Of(context.Snapshot, view, finding) is var (declare, declared))
            yield return new CodeAction(declare, QuickFix, diagnostics, Edit: declared);
        foreach (var (allow, allowed) in ValueDeclaring.Of(context.Snapshot, view, finding))
            yield return new CodeAction(allow, QuickFix, diagnostics, Edit: allowed);
    }

    IEnumerable<CodeAction> Acceptances(
        DocumentContext<AnnotationContent> context,
        AnnotationView view,
        Finding finding,
        IReadOnlyList<Diagnostic> diagnostics
    )
    {
        if (view.Analysis.Guideline?.Rules.Any(rule => rule.Name == finding.Rule) == true && finding.Image is not null)
            yield return AddTestFeature.Action(finding.Rule, "this", (context.Uri, finding.Fingerprint), QuickFix) with
            {
                Diagnostics = diagnostics,
            };
        foreach (var decision in Decisions(context, view, finding, diagnostics))
            yield return decision;
    }

    /// <summary>Not to report a finding again. Where that cannot be, editors that show reasons are told why.</summary>
    IEnumerable<CodeAction> Decisions(
        DocumentContext<AnnotationContent> context,
        AnnotationView view,
        Finding finding,
        IReadOnlyList<Diagnostic> diagnostics
    )
    {
        var (snapshot, path) = (context.Snapshot, context.Document.Path);
        var isPossible = ProjectPlace.Of(snapshot, path) is not null;
        var baseline = Baselining.TitleFor(snapshot, path, finding.Rule);
        (string Title, string? WhyNot, string Act)[] decisions =
        [
            ($"Accept this {finding.Rule} for a reason", isPossible ? null : ProjectPlace.WhyNot, "waive"),
            (
                baseline ?? $"Add this {finding.Rule} to the baseline",
                baseline is null ? Baselining.WhyNot(snapshot, path) : null,
                "baseline"
            ),
        ];
        foreach (var (title, whyNot, act) in decisions)
            if (whyNot is null)
                foreach (
                    var decision in Offer(
                        context,
                        view,
                        title,
                        QuickFix,
                        diagnostics,
                        new PendingEdit(act, finding.Fingerprint)
                    )
                )
                    yield return decision;
            else if (context.Client.ShowsDisabledActions)
                yield return new CodeAction(title, QuickFix, diagnostics, Disabled: new CodeActionDisabled(whyNot));
    }

    /// <summary>With its edit, or for clients that ask for it later, with what it takes to make it. What cannot be done is no offer.</summary>
    IEnumerable<CodeAction> Offer(
        DocumentContext<AnnotationContent> context,
        AnnotationView view,
        string title,
        string kind,
        IReadOnlyList<Diagnostic>? diagnostics,
        PendingEdit pending
    )
    {
        var action = new CodeAction(title, kind, diagnostics);
        if (context.Client.LazyCodeActionEdits)
            return [action with { Data = pending.Write(context.Uri) }];
        try
        {
            return [action with { Edit = EditOf(context, view, pending, CancellationToken.None) }];
        }
        catch (LspErrorException)
        {
            return [];
        }
    }

    WorkspaceEdit EditOf(
        DocumentContext<AnnotationContent> context,
        AnnotationView view,
        PendingEdit pending,
        CancellationToken cancellation
    ) =>
        pending.Act switch
        {
            "safe" => Repairs.Together(context.Snapshot, AllSafe(view)).Edit,
            "rule" => Repairs.Together(context.Snapshot, AllOf(view, pending.Rule ?? "")).Edit,
            "waive" => waiving
                .Waive(
                    context.Snapshot,
                    new WaiveParams(context.Uri, pending.Fingerprint ?? "", "say here why this is accepted"),
                    cancellation
                )
                .Edit,
            "baseline" => baselining
                .Add(context.Snapshot, new BaselineParams(context.Uri, pending.Fingerprint), false, cancellation)
                .Edit,
            _ => AnnotationEdits.Of(
                context.Snapshot,
                (
                    view.Findings.FirstOrDefault(finding => finding.Fingerprint == pending.Fingerprint)
                        ?.Fixes.ElementAtOrDefault(pending.Fix)
                    ?? throw Repairs.Failed("The finding is not there any more.")
                ).Edits
            ),
        };

    static IEnumerable<Fix> AllSafe(AnnotationView view) =>
        view.Findings.Select(finding => finding.Fixes.FirstOrDefault(fix => fix.IsSafe)).OfType<Fix>();

    static IEnumerable<Fix> AllOf(AnnotationView view, string rule) =>
        view
            .Findings.Where(finding => finding.Rule == rule && !finding.Fixes.IsEmpty)
            .Select(finding => finding.Fixes[0]);

    static IEnumerable<Finding> Touched(AnnotationView view, CodeActionParams wish)
    {
        var (start, end) = (view.OffsetOf(wish.Range.Start), view.OffsetOf(wish.Range.End));
        return view.Findings.Where(finding => finding.Location.Start <= end && start <= finding.Location.End);
    }

    static bool Wants(CodeActionParams wish, string kind) =>
        wish.Context.Only is not { Count: > 0 } only
            ? kind == QuickFix
            : only.Any(one => kind == one || kind.StartsWith(one + ".", StringComparison.Ordinal));
}
