using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Features.Diagnostics;
using LabelSpec.LanguageServer.Features.SpecTests;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.LanguageServer.Workspace.Projects;
using Diagnostic = LabelSpec.LanguageServer.Protocol.Diagnostic;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>Fixes, refactorings, and all fixes of a file at once.</summary>
sealed class CodeActionsFeature : IFeature
{
    public void Register(FeatureRegistry features)
    {
        features.Announce(
            "codeActionProvider",
            () =>
                new JsonObject
                {
                    ["codeActionKinds"] = new JsonArray([.. ActionKinds.All.Select(kind => (JsonNode)kind)]),
                    ["resolveProvider"] = false,
                }
        );
        features
            .Document<CodeActionParams, IReadOnlyList<CodeAction>>("textDocument/codeAction")
            .In<GuidelineContent>(
                (context, wish, cancellation) =>
                    [
                        .. GuidelineActions
                            .In(context.Analysis(), context.SpanOf(wish.Range))
                            .Where(action => ActionKinds.IsWanted(action.Kind, wish.Context.Only))
                            .Select(action => Translate(context.Snapshot, action, wish.Context.Diagnostics)),
                        .. TestsOfViolations(features.Services, context, wish, cancellation),
                    ]
            )
            .In<ProjectContent>(ProjectFixes);
    }

    /// <summary>For a rule that data violates: a test of it that is made of the first violation.</summary>
    static IEnumerable<CodeAction> TestsOfViolations(
        ServerServices services,
        DocumentContext<GuidelineContent> context,
        CodeActionParams wish,
        CancellationToken cancellation
    )
    {
        if (
            !ActionKinds.IsWanted(ActionKinds.Rewrite, wish.Context.Only)
            || GuidelineActions.RuleAt(context.Analysis(), context.OffsetOf(wish.Range.Start)) is not { } rule
            || !services.Data.FirstViolations(context.Snapshot, cancellation).OfRules.TryGetValue(rule, out var first)
        )
            return [];
        return [AddTestFeature.Action(rule, Path.GetFileName(first.Path), null, ActionKinds.Rewrite)];
    }

    static CodeAction Translate(
        WorkspaceSnapshot snapshot,
        GuidelineAction action,
        IReadOnlyList<Diagnostic> diagnostics
    )
    {
        var edits = new EditBuilder(snapshot);
        foreach (var (path, span, text) in action.Edits)
            edits.Replace(path, span, text);
        return new CodeAction(
            action.Title,
            action.Kind,
            action.Repairs is { } repaired
                ? Matching(new SpanConverter(snapshot).RangeOf(repaired.Span), repaired.Code, diagnostics)
                : null,
            action.IsPreferred ? true : null,
            Edit: edits.Build()
        );
    }

    static IReadOnlyList<CodeAction>? ProjectFixes(
        DocumentContext<ProjectContent> context,
        CodeActionParams wish,
        CancellationToken cancellation
    ) =>
        [
            .. ProjectFindings
                .In(context.Snapshot, context.Content)
                .Where(problem =>
                    problem.Replacement is not null
                    && problem.Range.StartOffset <= context.OffsetOf(wish.Range.End)
                    && problem.Range.EndOffset >= context.OffsetOf(wish.Range.Start)
                    && ActionKinds.IsWanted(ActionKinds.QuickFix, wish.Context.Only)
                )
                .Select(problem =>
                {
                    var range = context.RangeOf(problem.Range.StartOffset, problem.Range.EndOffset);
                    var edits = new EditBuilder(context.Snapshot).Replace(
                        context.Document.Path,
                        context.SpanOf(range),
                        problem.Replacement!
                    );
                    return new CodeAction(
                        $"Replace by {problem.Replacement}",
                        ActionKinds.QuickFix,
                        Matching(range, problem.Code, wish.Context.Diagnostics),
                        true,
                        Edit: edits.Build()
                    );
                }),
        ];

    /// <summary>The client's own record of what is repaired, so that it can show the fix beside it.</summary>
    static List<Diagnostic>? Matching(Protocol.Range range, string code, IReadOnlyList<Diagnostic> diagnostics)
    {
        List<Diagnostic> matching = [.. diagnostics.Where(d => d.Range == range && d.Code == code)];
        return matching.Count == 0 ? null : matching;
    }
}
