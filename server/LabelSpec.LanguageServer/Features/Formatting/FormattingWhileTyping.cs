using LabelSpec.Grammar;
using LabelSpec.Grammar.Formatting;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.Formatting;

/// <summary>What is tidied up behind a brace or a line break: never anything at or behind the cursor.</summary>
static class FormattingWhileTyping
{
    public static IEnumerable<TextEdit> After(SyntaxTree tree, int offset, string character)
    {
        var start = character == "}" ? StartOfClosedBlock(tree, offset) : StartOfLineBefore(tree, offset);
        var end = character == "}" ? offset : tree.Source.Lines.StartOf(tree.Source.Lines.LineOf(offset)) - 1;
        return start is { } from
            ? Formatter
                .Edits(tree)
                .Where(edit => edit.Span.Start >= from && edit.Span.Start < offset && edit.Span.End <= end)
            : [];
    }

    /// <summary>Where the outermost thing begins that ends with the brace just typed.</summary>
    static int? StartOfClosedBlock(SyntaxTree tree, int offset)
    {
        foreach (var node in tree.PathAt(offset))
            if (node is Declaration or Member && tree.SpanOf(node) is var span && span.End == offset)
                return span.Start;
        return null;
    }

    static int? StartOfLineBefore(SyntaxTree tree, int offset)
    {
        var line = tree.Source.Lines.LineOf(offset);
        return line > 0 ? tree.Source.Lines.StartOf(line - 1) : null;
    }
}
