using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>Moves the selected members of a class into an abstract class that it extends.</summary>
static class AbstractClassExtraction
{
    public static GuidelineAction? Of(GuidelineAnalysis analysis, TextSpan range)
    {
        if (
            range.IsEmpty
            || analysis.Tree.PathAt(range.Start).OfType<ClassDeclaration>().FirstOrDefault()
                is not { Body: { } body } @class
        )
            return null;
        var members = body
            .Members.Where(member => range.Contains(analysis.Tree.SpanOf(member)) && CanBeInherited(member))
            .ToList();
        if (
            members.Count == 0
            || body.Members.Any(member => range.Contains(analysis.Tree.SpanOf(member)) && !CanBeInherited(member))
        )
            return null;
        var name = SyntaxFacts.Quote(FreeName(analysis, @class.Name.Value + "_base"));
        var moved = string.Concat(members.Select(member => "  " + TextOf(analysis, member) + "\n"));
        var start = @class.Documentation is { } documentation
            ? analysis.Tree.SpanOf(@class.Segment, documentation.Span).Start
            : analysis.Tree.SpanOf(@class).Start;
        var edits = new List<(string, TextSpan, string)>
        {
            (
                analysis.Path,
                new TextSpan(start, 0),
                $"/// What they have in common.\nabstract class {name} {{\n{moved}}}\n\n"
            ),
            @class.Parents.Count > 0
                ? (analysis.Path, new TextSpan(analysis.Tree.SpanOf(@class.Parents[^1]).End, 0), $", {name}")
                : (
                    analysis.Path,
                    new TextSpan(analysis.Tree.SpanOf((SyntaxNode?)@class.DatasetLabel ?? @class.Name).End, 0),
                    $" extends {name}"
                ),
        };
        edits.AddRange(members.Select(member => (analysis.Path, Whole(analysis, member), "")));
        return new GuidelineAction("Extract an abstract class", ActionKinds.Extract, edits);
    }

    /// <summary>Names, numbers and pictures belong to one class; limits, shapes and attributes go to those that extend it.</summary>
    static bool CanBeInherited(Member member) =>
        member is ShapeMember or AttributeMember or SizeMember or LimitMember or PartMember;

    static string TextOf(GuidelineAnalysis analysis, Member member) =>
        analysis.Text.Substring(Documented(analysis, member).Start, Documented(analysis, member).Length);

    static TextSpan Documented(GuidelineAnalysis analysis, Member member) =>
        member.Documentation is { } documentation
            ? analysis.Tree.SpanOf(member.Segment, documentation.Span).Union(analysis.Tree.SpanOf(member))
            : analysis.Tree.SpanOf(member);

    /// <summary>With the blanks before it, up to and with the line break.</summary>
    static TextSpan Whole(GuidelineAnalysis analysis, Member member)
    {
        var span = Documented(analysis, member);
        var start = span.Start;
        while (start > 0 && char.IsWhiteSpace(analysis.Text[start - 1]) && analysis.Text[start - 1] != '\n')
            start--;
        if (start > 0 && analysis.Text[start - 1] == '\n')
            start--;
        return TextSpan.FromBounds(start, span.End);
    }

    static string FreeName(GuidelineAnalysis analysis, string wish)
    {
        var name = wish;
        for (var number = 2; analysis.Compilation.Guideline.FindClass(name) is not null; number++)
            name = $"{wish}_{number}";
        return name;
    }
}
