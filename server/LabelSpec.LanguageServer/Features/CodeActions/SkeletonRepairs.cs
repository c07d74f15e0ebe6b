using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Diagnostics;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>An edge or a flip pair that says nothing new is taken away; its member with it, where it was the only one.</summary>
static class SkeletonRepairs
{
    public static GuidelineAction? Of(GuidelineAnalysis analysis, SpecDiagnostic finding)
    {
        if (
            finding.Code != SemanticDiagnostics.InvalidEdge.Code
            && finding.Code != SemanticDiagnostics.InvalidFlip.Code
        )
            return null;
        var path = analysis.Tree.PathAt(finding.Span.Start);
        var pairs = path.OfType<Member>().LastOrDefault() switch
        {
            EdgesMember edges => edges.Edges,
            FlipMember flip => flip.Pairs,
            _ => [],
        };
        var spans = pairs.Select(pair => analysis.Tree.SpanOf(pair)).ToList();
        var at = spans.FindIndex(span => span.Start == finding.Span.Start);
        if (at < 0)
            return null;
        var removed =
            spans.Count == 1
                ? RemovedText.WithBlanksBefore(analysis.Text, analysis.Tree.SpanOf(path.OfType<Member>().Last()))
            : at == 0 ? TextSpan.FromBounds(spans[0].Start, spans[1].Start)
            : TextSpan.FromBounds(spans[at - 1].End, spans[at].End);
        return new GuidelineAction("Remove it", ActionKinds.QuickFix, [(analysis.Path, removed, "")], finding);
    }
}
