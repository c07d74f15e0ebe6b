using LabelSpec.Grammar;
using LabelSpec.Grammar.Lexing;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>The tokens that end at or before an offset, the nearest one first, within one segment.</summary>
readonly struct TokensBefore
{
    readonly SyntaxTree _tree;
    readonly int _segment;
    readonly int _last;

    public TokensBefore(SyntaxTree tree, int offset)
    {
        _tree = tree;
        _segment = tree.SegmentIndexAt(offset);
        var relative = offset - tree.StartOf(_segment);
        _last = tree.Segments[_segment].Tokens.Count(token => token.End <= relative && token.Length > 0) - 1;
    }

    /// <summary>The token so many before the nearest one; the end of the segment's tokens where there is none.</summary>
    public Token this[int distance] =>
        _last - distance >= 0 ? _tree.Segments[_segment].Tokens[_last - distance] : default;

    public int EndOf(int distance) => _last - distance >= 0 ? this[distance].End + _tree.StartOf(_segment) : -1;

    public string TextOf(int distance) =>
        _last - distance >= 0 ? _tree.Segments[_segment].TextOf(this[distance]).ToString().Trim('`') : "";
}
