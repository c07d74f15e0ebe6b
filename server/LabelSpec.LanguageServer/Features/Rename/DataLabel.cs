using LabelSpec.Grammar;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.Rename;

/// <summary>A text in quotes that annotation files use: the label of a class, an attribute or a value, or an alias.</summary>
/// <param name="Owner">The declaration that it belongs to.</param>
sealed record DataLabel(StringLiteral Literal, SyntaxNode Owner, TextSpan Span)
{
    public string Text => Literal.Value;

    /// <summary>Null where no such text stands.</summary>
    public static DataLabel? At(SyntaxTree tree, int offset)
    {
        foreach (var node in tree.PathAt(offset).Reverse())
        foreach (var literal in LabelsOf(node))
        {
            var quoted = tree.SpanOf(literal);
            var inner = new TextSpan(quoted.Start + 1, Math.Max(quoted.Length - 2, 0));
            if (inner.Touches(offset))
                return new DataLabel(literal, node, inner);
        }

        return null;
    }

    static IEnumerable<StringLiteral> LabelsOf(SyntaxNode node) =>
        node switch
        {
            ClassDeclaration { DatasetLabel: { } label } => [label],
            AttributeMember { DatasetLabel: { } label } => [label],
            EnumValue { DatasetLabel: { } label } => [label],
            AliasMember alias => alias.Names,
            _ => [],
        };
}
