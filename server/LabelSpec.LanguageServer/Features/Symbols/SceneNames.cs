using LabelSpec.Grammar;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.Symbols;

/// <summary>The names of annotations and tracks in a test. They mean something only within it and are not symbols.</summary>
static class SceneNames
{
    /// <summary>All places of the name at an offset in its test; none where there is no such name.</summary>
    public static IReadOnlyList<(TextSpan Span, bool IsDeclaration)> At(SyntaxTree tree, int offset)
    {
        if (tree.PathAt(offset).OfType<TestDeclaration>().FirstOrDefault() is not { } test)
            return [];
        var names = In(test).Select(found => (found.Name, Span: tree.SpanOf(found.Name), found.IsDeclaration)).ToList();
        return names.FirstOrDefault(found => found.Span.Touches(offset)).Name is { } at
            ? [.. names.Where(found => found.Name.Value == at.Value).Select(found => (found.Span, found.IsDeclaration))]
            : [];
    }

    /// <summary>All names of the test at an offset.</summary>
    public static IEnumerable<string> Around(SyntaxTree tree, int offset) =>
        tree.PathAt(offset).OfType<TestDeclaration>().FirstOrDefault() is { } test
            ? In(test).Select(found => found.Name.Value)
            : [];

    /// <summary>What stands under a name, from where it stands: an annotation or a track.</summary>
    public static SyntaxNode? DrawnAt(SyntaxTree tree, int offset) =>
        At(tree, offset).FirstOrDefault(place => place.IsDeclaration) is { Span.Length: > 0 } declared
            ? tree.PathAt(declared.Span.Start).FirstOrDefault(node => node is SceneAnnotation or SceneTrack)
            : null;

    /// <summary>The names that annotations and tracks of a test have.</summary>
    public static IEnumerable<(Name Name, bool IsDeclaration)> In(SyntaxNode node)
    {
        switch (node)
        {
            case SceneAnnotation annotation:
                if (annotation.Name is { IsMissing: false } name)
                    yield return (name, true);
                if (annotation.Track is { IsMissing: false } track)
                    yield return (track, false);
                break;
            case SceneTrack { Name: { IsMissing: false } declared }:
                yield return (declared, true);
                break;
            case ExpectMember expect:
                foreach (var place in expect.Places)
                    if (!place.Name.IsMissing)
                        yield return (place.Name, false);
                break;
        }

        foreach (var child in node.Children)
        foreach (var inner in In(child))
            yield return inner;
    }
}
