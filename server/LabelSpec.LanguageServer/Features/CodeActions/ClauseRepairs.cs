using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Diagnostics;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>Conditions that decide nothing are taken away: the guideline says the same without them.</summary>
static class ClauseRepairs
{
    public static GuidelineAction? Of(GuidelineAnalysis analysis, SpecDiagnostic finding)
    {
        var span = new TextSpan(finding.Span.Start, finding.Span.Length);
        var path = analysis.Tree.PathAt(span.Start);
        var code = finding.Code;
        (string Title, TextSpan? Removed) repair = path.OfType<Member>().LastOrDefault() switch
        {
            // A condition that always holds lets everything through.
            ForMember { Where: { } where }
                when code == SemanticDiagnostics.AlwaysTrue.Code && analysis.Tree.SpanOf(where) == span => (
                "Remove the condition",
                With("where", span)
            ),
            // An exception that never holds excepts nothing.
            UnlessMember { Condition: var condition } unless
                when code == SemanticDiagnostics.NeverTrue.Code && analysis.Tree.SpanOf(condition) == span => (
                "Remove the exception",
                Whole(unless)
            ),
            // What always holds is not worth a requirement, nor a rule that has no other one.
            (RequireMember or ForbidMember)
            and var assertion
                when code == SemanticDiagnostics.NeverFails.Code
                    && path.OfType<RuleDeclaration>().FirstOrDefault() is { Body: { } body } rule => body.Members.Count(
                one => one is RequireMember or ForbidMember
            ) > 1
                ? ("Remove the requirement", Whole(assertion))
                : ("Remove the rule", Whole(rule)),
            _ => ("", null),
        };
        return repair is (var title, { } gone)
            ? new GuidelineAction(title, ActionKinds.QuickFix, [(analysis.Path, gone, "")], finding)
            : null;

        TextSpan Whole(SyntaxNode node)
        {
            var own = analysis.Tree.SpanOf(node);
            if (node is Declaration { Documentation: { } documentation })
                own = own.Union(analysis.Tree.SpanOf(node.Segment, documentation.Span));
            return RemovedText.WithBlanksBefore(analysis.Text, own);
        }

        TextSpan? With(string word, TextSpan condition)
        {
            var before = RemovedText.WithBlanksBefore(analysis.Text, condition).Start;
            return before >= word.Length && analysis.Text.AsSpan(before - word.Length, word.Length).SequenceEqual(word)
                ? RemovedText.WithBlanksBefore(analysis.Text, TextSpan.FromBounds(before - word.Length, condition.End))
                : null;
        }
    }
}
