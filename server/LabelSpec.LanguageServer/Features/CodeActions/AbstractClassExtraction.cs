using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.LanguageServer.Workspace.Guidelines;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>
/// Moves the selected members of a class, or what several selected classes say in the same words, into an abstract class that they extend.
/// </summary>
static class AbstractClassExtraction
{
    const string Title = "Extract an abstract class";

    /// <summary>Where classes outside of the selection say the same, it is offered for them, too.</summary>
    public static IEnumerable<GuidelineAction> Of(GuidelineAnalysis analysis, TextSpan range)
    {
        if (range.IsEmpty)
            yield break;
        List<ClassDeclaration> all =
        [
            .. analysis
                .Tree.Declarations.OfType<ClassDeclaration>()
                .Where(one => one is { Body: not null, Name.IsMissing: false }),
        ];
        List<ClassDeclaration> classes =
        [
            .. all.Where(declared =>
                analysis.Tree.SpanOf(declared) is var span && span.Start < range.End && range.Start < span.End
            ),
        ];
        List<(ClassDeclaration Class, List<Member> Members)> found = classes switch
        {
            [] => [],
            [var one] => [(one, Selected(analysis, one, range))],
            _ => Shared(analysis, classes),
        };
        if (found is not [{ Members: { Count: > 0 } members }, ..])
            yield break;
        yield return Extracted(analysis, found, Title);
        var words = members.Select(member => Words(analysis, member)).ToHashSet(StringComparer.Ordinal);
        var others = all.Except(classes)
            .Select(one => (Class: one, Members: Saying(analysis, one, words)))
            .Where(one => one.Members.Count >= words.Count)
            .ToList();
        if (others.Count > 0)
            yield return Extracted(
                analysis,
                [.. found, .. others],
                $"{Title} of all {found.Count + others.Count} classes that say the same"
            );
    }

    /// <summary>The members in the selection; none where one of them cannot be inherited.</summary>
    static List<Member> Selected(GuidelineAnalysis analysis, ClassDeclaration @class, TextSpan range)
    {
        var members = @class.Body!.Members.Where(member => range.Contains(analysis.Tree.SpanOf(member))).ToList();
        return members.TrueForAll(CanBeInherited) ? members : [];
    }

    /// <summary>What stands in each class, word for word.</summary>
    static List<(ClassDeclaration Class, List<Member> Members)> Shared(
        GuidelineAnalysis analysis,
        List<ClassDeclaration> classes
    )
    {
        var common = classes
            .Select(one => one.Body!.Members.Where(CanBeInherited).Select(member => Words(analysis, member)))
            .Aggregate((one, other) => one.Intersect(other, StringComparer.Ordinal))
            .ToHashSet(StringComparer.Ordinal);
        return [.. classes.Select(one => (one, Saying(analysis, one, common)))];
    }

    /// <summary>The members of a class that say one of some things.</summary>
    static List<Member> Saying(GuidelineAnalysis analysis, ClassDeclaration @class, HashSet<string> words) =>
        [.. @class.Body!.Members.Where(member => CanBeInherited(member) && words.Contains(Words(analysis, member)))];

    /// <summary>Blanks do not count.</summary>
    static string Words(GuidelineAnalysis analysis, Member member)
    {
        var span = analysis.Tree.SpanOf(member);
        return string.Join(
            ' ',
            analysis.Text.Substring(span.Start, span.Length).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        );
    }

    static GuidelineAction Extracted(
        GuidelineAnalysis analysis,
        List<(ClassDeclaration Class, List<Member> Members)> classes,
        string title
    )
    {
        var (first, members) = classes[0];
        var name = SyntaxFacts.Quote(FreeName(analysis, first.Name.Value + "_base"));
        var moved = string.Concat(members.Select(member => "  " + TextOf(analysis, member) + "\n"));
        var start = first.Documentation is { } documentation
            ? analysis.Tree.SpanOf(first.Segment, documentation.Span).Start
            : analysis.Tree.SpanOf(first).Start;
        var edits = new List<(string, TextSpan, string)>
        {
            (
                analysis.Path,
                new TextSpan(start, 0),
                $"/// What they have in common.\nabstract class {name} {{\n{moved}}}\n\n"
            ),
        };
        var names = classes.Select(one => one.Class.Name.Value).ToHashSet(StringComparer.Ordinal);
        foreach (var (declared, own) in classes)
        {
            // What extends another one of them inherits the new class with it.
            if (!AncestorsOf(analysis, declared).Any(names.Contains))
                edits.Add(Extending(analysis, declared, name));
            edits.AddRange(own.Select(member => (analysis.Path, Whole(analysis, member), "")));
        }

        return new GuidelineAction(title, ActionKinds.Extract, edits);
    }

    static IEnumerable<string> AncestorsOf(GuidelineAnalysis analysis, ClassDeclaration declared) =>
        analysis.Compilation.Guideline.FindClass(declared.Name.Value)?.Ancestors.Select(one => one.Name) ?? [];

    static (string, TextSpan, string) Extending(GuidelineAnalysis analysis, ClassDeclaration declared, string name) =>
        declared.Parents.Count > 0
            ? (analysis.Path, new TextSpan(analysis.Tree.SpanOf(declared.Parents[^1]).End, 0), $", {name}")
            : (
                analysis.Path,
                new TextSpan(analysis.Tree.SpanOf((SyntaxNode?)declared.DatasetLabel ?? declared.Name).End, 0),
                $" extends {name}"
            );

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
