using LabelSpec.Grammar;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;
using LabelSpec.Semantics.Sources;

namespace LabelSpec.LanguageServer.Features.Symbols;

/// <summary>The files that a guideline names: imports, and pictures of examples and scenes.</summary>
static class GuidelineFileNames
{
    public static IEnumerable<FileNameSpan> In(string path, SyntaxTree tree) =>
        tree.Declarations.SelectMany(declaration => Within(path, tree, declaration));

    public static FileNameSpan? At(string path, SyntaxTree tree, int offset)
    {
        foreach (var node in tree.PathAt(offset))
            if (Of(path, tree, node) is { } name && name.Span.Touches(offset))
                return name;
        return null;
    }

    static IEnumerable<FileNameSpan> Within(string path, SyntaxTree tree, SyntaxNode node)
    {
        if (Of(path, tree, node) is { } name)
            yield return name;
        foreach (var child in node.Children)
            if (child is not Expression)
                foreach (var inner in Within(path, tree, child))
                    yield return inner;
    }

    static FileNameSpan? Of(string path, SyntaxTree tree, SyntaxNode node) =>
        node switch
        {
            ImportDeclaration import => Name(path, tree, import.Path, true),
            ExampleMember example => Name(path, tree, example.Path, false),
            SceneImage { File: { } file } => Name(path, tree, file, false),
            _ => null,
        };

    static FileNameSpan? Name(string path, SyntaxTree tree, StringLiteral literal, bool isGuideline)
    {
        if (literal.Value.Length == 0 || literal.Span.Length < 2)
            return null;
        var span = tree.SpanOf(literal);
        var inner = new TextSpan(span.Start + 1, span.Length - 2);
        return new FileNameSpan(inner, literal.Value, GuidelinePath.Resolve(path, literal.Value), isGuideline);
    }
}
