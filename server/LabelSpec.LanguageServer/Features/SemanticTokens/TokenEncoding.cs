using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Encodings;

namespace LabelSpec.LanguageServer.Features.SemanticTokens;

/// <summary>Tokens as the protocol sends them: five numbers each, places relative to the token before.</summary>
static class TokenEncoding
{
    /// <param name="encoded">The text as the client counts it: these numbers are no positions to anybody who translates them.</param>
    public static int[] Encode(IReadOnlyList<SemanticToken> tokens, DocumentText text, EncodedText encoded)
    {
        var data = new int[tokens.Count * 5];
        var (line, character) = (0, 0);
        for (var i = 0; i < tokens.Count; i++)
        {
            var position = text.PositionOf(tokens[i].Span.Start);
            var end = encoded.ToWire(position.Line, position.Character + tokens[i].Span.Length);
            position = position with { Character = encoded.ToWire(position.Line, position.Character) };
            data[i * 5] = position.Line - line;
            data[i * 5 + 1] = position.Line == line ? position.Character - character : position.Character;
            data[i * 5 + 2] = end - position.Character;
            data[i * 5 + 3] = (int)tokens[i].Class;
            data[i * 5 + 4] = (int)tokens[i].Modifiers;
            (line, character) = (position.Line, position.Character);
        }

        return data;
    }

    /// <summary>The one stretch in which two encodings differ.</summary>
    public static (int Start, int DeleteCount, int[] Data)? Difference(int[] before, int[] after)
    {
        var start = before.AsSpan().CommonPrefixLength(after);
        if (start == before.Length && start == after.Length)
            return null;
        var end = 0;
        while (end < Math.Min(before.Length, after.Length) - start && before[^(end + 1)] == after[^(end + 1)])
            end++;
        return (start, before.Length - start - end, after[start..^end]);
    }
}
