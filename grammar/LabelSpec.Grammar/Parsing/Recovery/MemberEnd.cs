using LabelSpec.Grammar.Lexing;

namespace LabelSpec.Grammar.Parsing;

/// <summary>Where a member ends that could not be parsed.</summary>
static class MemberEnd
{
    /// <summary>
    /// The index of the token behind it: the closing brace of the block, or the first token of a line that begins a member
    /// or stands no further to the right than the mistaken one. Blocks inside are skipped as a whole. Always at least one
    /// token further, so that there is progress.
    /// </summary>
    public static int Find(TokenInput input, MemberTable table)
    {
        var state = input.State;
        var start = input.Position;
        var column = state.IsFirstOnLine(start) ? state.ColumnOf(start) : -1;
        var depth = 0;
        var at = start;
        for (; state.Tokens[at].Kind != TokenKind.EndOfSegment; at++)
        {
            var kind = state.Tokens[at].Kind;
            if (kind == TokenKind.CloseBrace && --depth < 0)
                break;
            if (kind == TokenKind.OpenBrace)
                depth++;
            if (depth == 0 && at > start && at >= state.Farthest && state.IsFirstOnLine(at))
                if (state.ColumnOf(at) <= column || table.Begins(input.At(at)))
                    break;
        }

        return Math.Max(at, start + 1);
    }
}
