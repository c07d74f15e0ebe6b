using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Guidelines;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>
/// Writes a limit of a class, its parts, or what two classes may overlap as the rule that it stands for, where it can be tuned further.
/// Tests that expect the one expect the other afterwards.
/// </summary>
static class SugarConversion
{
    const string Title = "Convert to a rule";

    public static GuidelineAction? At(GuidelineAnalysis analysis, int offset)
    {
        var path = analysis.Tree.PathAt(offset);
        if (path.OfType<OverlapDeclaration>().FirstOrDefault() is { } overlap)
            return OverlapAsRule.Of(analysis, overlap) is { } written
                ? Replaced(analysis, overlap, overlap, written)
                : null;
        if (path.OfType<ClassDeclaration>().FirstOrDefault() is not { Name.IsMissing: false } @class)
            return null;
        var rule = path.OfType<Member>().LastOrDefault() switch
        {
            LimitMember { Quantity.Value: "count" } count => CountAsRule.Of(@class, count),
            LimitMember limit => LimitAsRule.Of(analysis, @class, limit),
            SizeMember size => LimitAsRule.Of(analysis, @class, size),
            PartMember part => PartAsRule.Of(analysis, @class, part),
            _ => null,
        };
        return rule is null ? null : Moved(analysis, @class, path.OfType<Member>().Last(), rule);
    }

    /// <summary>The rule stands behind the class, the limit is gone.</summary>
    static GuidelineAction Moved(GuidelineAnalysis analysis, ClassDeclaration @class, Member member, WrittenRule rule)
    {
        var end = analysis.Tree.SpanOf(@class).End;
        var span = analysis.Tree.SpanOf(member);
        if (member.Documentation is { } documentation)
            span = span.Union(analysis.Tree.SpanOf(member.Segment, documentation.Span));
        var start = span.Start;
        while (start > 0 && analysis.Text[start - 1] is ' ' or '\t')
            start--;
        if (start > 0 && analysis.Text[start - 1] == '\n')
            start--;
        if (start > 0 && analysis.Text[start] == '\n' && analysis.Text[start - 1] == '\r')
            start--;
        return new GuidelineAction(
            Title,
            ActionKinds.Rewrite,
            [
                (analysis.Path, TextSpan.FromBounds(start, span.End), ""),
                (analysis.Path, new TextSpan(end, 0), "\n\n" + rule.With(Prose(member.Documentation))),
                .. Expectations(analysis, member, rule),
            ]
        );
    }

    static GuidelineAction Replaced(
        GuidelineAnalysis analysis,
        Declaration declaration,
        SyntaxNode node,
        WrittenRule rule
    ) =>
        new(
            Title,
            ActionKinds.Rewrite,
            [(analysis.Path, analysis.Tree.SpanOf(declaration), rule.With("")), .. Expectations(analysis, node, rule)]
        );

    static string Prose(DocComment? documentation) =>
        documentation is null
            ? ""
            : string.Concat(
                documentation.Markdown.Split('\n').Select(line => $"/// {line.TrimEnd('\r')}".TrimEnd() + "\n")
            );

    /// <summary>Where tests name the rule that the short form brought along.</summary>
    static IEnumerable<(string, TextSpan, string)> Expectations(
        GuidelineAnalysis analysis,
        SyntaxNode node,
        WrittenRule rule
    )
    {
        var span = analysis.Tree.SpanOf(node);
        return analysis
            .Compilation.Guideline.Rules.Where(brought =>
                brought.Origin.Kind != RuleOriginKind.Rule
                && brought.Span.File.Path == analysis.Path
                && span.Contains(new TextSpan(brought.Span.Start, brought.Span.Length))
            )
            .Take(1)
            .SelectMany(brought => analysis.Compilation.Index.ReferencesOf(brought))
            .Where(place => !span.Contains(new TextSpan(place.Span.Start, place.Span.Length)))
            .Select(place =>
                (place.Span.File.Path, new TextSpan(place.Span.Start, place.Span.Length), SyntaxFacts.Quote(rule.Name))
            );
    }
}
