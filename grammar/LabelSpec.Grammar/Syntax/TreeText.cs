using System.Text;

namespace LabelSpec.Grammar.Syntax;

/// <summary>Prints segments from their tokens and trivia, so that a test can see that nothing is lost.</summary>
static class TreeText
{
    public static string Join(IReadOnlyList<Segment> segments)
    {
        var text = new StringBuilder();
        foreach (var segment in segments)
            for (var i = 0; i < segment.Tokens.Length; i++)
            {
                foreach (var trivia in segment.TriviaBefore(i))
                    text.Append(segment.Text, trivia.Start, trivia.Length);
                text.Append(segment.Text, segment.Tokens[i].Start, segment.Tokens[i].Length);
            }

        return text.ToString();
    }
}
