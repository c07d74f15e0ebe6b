using System.Text;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Syntax;

/// <summary>The <c>///</c> lines above a declaration or member: Markdown, and its span relative to the segment.</summary>
public sealed record DocComment(string Markdown, TextSpan Span)
{
    /// <summary>
    /// The last run of documentation lines before a token; an empty line or another comment ends the run. A comment
    /// behind a token on the same line says something about that token and is not documentation.
    /// </summary>
    internal static DocComment? Find(string text, ReadOnlySpan<Trivia> before, bool isFirstInFile)
    {
        var (first, last, lineBreaks) = (-1, -1, 0);
        for (var at = before.Length - 1; at >= 0 && (first < 0 || lineBreaks < 2); at--)
        {
            switch (before[at].Kind)
            {
                case TriviaKind.NewLine:
                    lineBreaks++;
                    break;
                case TriviaKind.DocComment when isFirstInFile || StandsOnOwnLine(before[..at]):
                    first = at;
                    last = last < 0 ? at : last;
                    lineBreaks = 0;
                    break;
                case TriviaKind.LineComment or TriviaKind.BlockComment when first >= 0:
                    lineBreaks = 2;
                    break;
            }
        }

        return first < 0 ? null : Join(text, before[first..(last + 1)]);
    }

    static bool StandsOnOwnLine(ReadOnlySpan<Trivia> before)
    {
        foreach (var trivia in before)
            if (trivia.Kind == TriviaKind.NewLine)
                return true;
        return false;
    }

    static DocComment Join(string text, ReadOnlySpan<Trivia> run)
    {
        var markdown = new StringBuilder();
        foreach (var trivia in run)
        {
            if (trivia.Kind != TriviaKind.DocComment)
                continue;
            if (markdown.Length > 0)
                markdown.Append('\n');
            var line = text.AsSpan(trivia.Start + 3, trivia.Length - 3).TrimEnd();
            markdown.Append(line.StartsWith(" ") ? line[1..] : line);
        }

        return new DocComment(markdown.ToString(), TextSpan.FromBounds(run[0].Start, run[^1].End));
    }
}
