using LabelSpec.Grammar;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>The tokens that end at or before an offset, the nearest one first, within one segment.</summary>
readonly struct TokensBefore
{
    readonly SyntaxTree _tree;
    readonly int _segment;
    readonly int _last;

    /// <summary>The first of two dots ends at the offset: `a.|.b`, where a name was removed.</summary>
    readonly bool _endsAtDot;

    public TokensBefore(SyntaxTree tree, int offset)
    {
        _tree = tree;
        _segment = tree.SegmentIndexAt(offset);
        // What stands on the lines behind a declaration may belong to it still.
        while ((_last = LastBefore(offset)) < 0 && _segment > 0)
            _segment--;
        _endsAtDot = Segment.Tokens[_last + 1] is { Kind: TokenKind.DotDot } dots && StartOf(dots) + 1 == offset;
    }

    public Segment Segment => _tree.Segments[_segment];

    /// <summary>How many tokens there are before the offset, which are the first ones of the segment.</summary>
    public int Count => _last + 1;

    /// <summary>The token so many before the nearest one; the end of the segment's tokens where there is none.</summary>
    public Token this[int distance]
    {
        get
        {
            if (_endsAtDot && distance == 0)
                return Segment.Tokens[_last + 1] with { Kind = TokenKind.Dot, Length = 1 };
            var index = IndexOf(distance);
            return index >= 0 ? Segment.Tokens[index] : default;
        }
    }

    public int EndOf(int distance) => IndexOf(distance) >= 0 ? StartOf(this[distance]) + this[distance].Length : -1;

    public string TextOf(int distance) =>
        IndexOf(distance) >= 0 ? Segment.TextOf(this[distance]).ToString().Trim('`') : "";

    /// <summary>Of the brace that is open at a distance; null where none is.</summary>
    public int? OpenBraceBefore(int distance)
    {
        var depth = 0;
        for (; this[distance].Kind != TokenKind.EndOfSegment; distance++)
            switch (this[distance].Kind)
            {
                case TokenKind.CloseBrace:
                    depth++;
                    break;
                case TokenKind.OpenBrace when depth == 0:
                    return distance;
                case TokenKind.OpenBrace:
                    depth--;
                    break;
            }

        return null;
    }

    int IndexOf(int distance) => _last - distance + (_endsAtDot ? 1 : 0);

    int StartOf(Token token) => token.Start + _tree.StartOf(_segment);

    int LastBefore(int offset)
    {
        var relative = offset - _tree.StartOf(_segment);
        return Segment.Tokens.Count(token => token.End <= relative && token.Length > 0) - 1;
    }
}
