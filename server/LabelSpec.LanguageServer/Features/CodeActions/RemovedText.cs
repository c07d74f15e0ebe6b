using LabelSpec.Grammar.Text;

namespace LabelSpec.LanguageServer.Features.CodeActions;

/// <summary>What goes with a part of a guideline that is taken away.</summary>
static class RemovedText
{
    public static TextSpan WithBlanksBefore(string text, TextSpan span)
    {
        var start = span.Start;
        while (start > 0 && char.IsWhiteSpace(text[start - 1]))
            start--;
        return TextSpan.FromBounds(start, span.End);
    }
}
