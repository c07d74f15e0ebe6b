using System.Text.Json.Nodes;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Features.Diagnostics;
using LabelSpec.LanguageServer.Features.SpecTests;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Transport;
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
                    ["resolveProvider"] = true,
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
                            .Select(action => Translate(context, action, wish)),
                        .. TestsOfViolations(features.Services, context, wish, cancellation),
                    ]
            )
            .In<ProjectContent>(ProjectFixes);
        features
            .Resolve<CodeAction>("codeAction/resolve", action => action.Data)
            .In<GuidelineContent>((context, action, _) => Resolved(context, action))
            .In<ProjectContent>((_, action, _) => action);
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

    /// <summary>With its edit; refactorings of clients that ask for edits later, with what it takes to find them again.</summary>
    static CodeAction Translate(
        DocumentContext<GuidelineContent> context,
        GuidelineAction action,
        CodeActionParams wish
    )
    {
        var known = new CodeAction(
            action.Title,
            action.Kind,
            action.Repairs is { } repaired
                ? Matching(
                    new SpanConverter(context.Snapshot).RangeOf(repaired.Span),
                    repaired.Code,
                    wish.Context.Diagnostics
                )
                : null,
            action.IsPreferred ? true : null
        );
        if (action.Repairs is not null || !context.Client.LazyCodeActionEdits)
            return known with { Edit = EditOf(context.Snapshot, action) };
        var span = context.SpanOf(wish.Range);
        return known with
        {
            Data = ItemData.Of(
                new JsonObject
                {
                    ["uri"] = context.Uri,
                    ["version"] = context.Document.Version,
                    ["start"] = span.Start,
                    ["end"] = span.End,
                }
            ),
        };
    }

    static CodeAction Resolved(DocumentContext<GuidelineContent> context, CodeAction action)
    {
        if (
            action.Edit is not null
            || ItemData.NumberOf(action.Data, "start") is not { } start
            || ItemData.NumberOf(action.Data, "end") is not { } end
        )
            return action;
        if (ItemData.NumberOf(action.Data, "version") != context.Document.Version)
            throw new LspErrorException(LspErrorException.ContentModified, "The guideline has changed since.");
        var found = GuidelineActions
            .In(context.Analysis(), TextSpan.FromBounds(start, end))
            .First(offered => offered.Title == action.Title && offered.Kind == action.Kind);
        return action with { Edit = EditOf(context.Snapshot, found) };
    }

    static WorkspaceEdit EditOf(WorkspaceSnapshot snapshot, GuidelineAction action)
    {
        var edits = new EditBuilder(snapshot);
        foreach (var (path, span, text) in action.Edits)
            edits.Replace(path, span, text);
        return edits.Build();
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
                    problem.Range.StartOffset <= context.OffsetOf(wish.Range.End)
                    && problem.Range.EndOffset >= context.OffsetOf(wish.Range.Start)
                    && ActionKinds.IsWanted(ActionKinds.QuickFix, wish.Context.Only)
                )
                .Select(problem => (Problem: problem, Repair: ProjectRepairs.Of(context.Content.Text, problem)))
                .Where(one => one.Repair is not null)
                .Select(one =>
                {
                    var (title, span, text) = one.Repair!.Value;
                    var range = context.RangeOf(one.Problem.Range.StartOffset, one.Problem.Range.EndOffset);
                    return new CodeAction(
                        title,
                        ActionKinds.QuickFix,
                        Matching(range, one.Problem.Code, wish.Context.Diagnostics),
                        true,
                        Edit: new EditBuilder(context.Snapshot).Replace(context.Document.Path, span, text).Build()
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
