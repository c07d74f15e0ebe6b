using System.Collections.Immutable;
using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Parsing;

/// <summary>
/// What the parsers of one run share: the tokens, and the farthest place at which any of them failed. Since alternatives
/// are tried one after the other, the farthest failure is the best guess of what the author was writing.
/// </summary>
sealed class ParseState(Segment segment, ImmutableArray<Token> tokens)
{
    /// <summary>
    /// Parsers call each other for nested parts, and a stack overflow would end the process. Nothing that people write
    /// comes near this depth.
    /// </summary>
    public const int DeepestNesting = 64;

    readonly List<string> _expected = [];
    string? _label;
    int _labelPosition = -1;

    public Segment Segment { get; } = segment;

    public ImmutableArray<Token> Tokens { get; } = tokens;

    public int Farthest { get; private set; }

    /// <summary>What could have stood at <see cref="Farthest"/>.</summary>
    public IReadOnlyList<string> Expected => _expected;

    public int Depth { get; set; }

    /// <summary>Asks the blocks to say, at the end of the text, which members could follow.</summary>
    public bool IsCollecting { get; init; }

    /// <summary>The place of a part that is missing while <see cref="IsCollecting"/>: what follows it cannot stand there; or -1.</summary>
    public int MissingAt { get; set; } = -1;

    /// <summary>The kind of the block in which the text ends, while <see cref="IsCollecting"/>.</summary>
    public WordPosition? Block { get; set; }

    /// <summary>The token with which the member or declaration begins that is being parsed.</summary>
    public int MemberStart { get; set; }

    /// <summary>What the block may have whose members are being parsed; null outside of blocks.</summary>
    public MemberTable? Members { get; set; }

    /// <summary>The token at which the nesting became too deep, or -1.</summary>
    public int TooDeepAt { get; set; } = -1;

    public void Expect(int position, string what)
    {
        if (position < Farthest || position == MissingAt)
            return;
        if (position > Farthest)
            _expected.Clear();
        Farthest = position;
        if (position == _labelPosition)
            what = _label!;
        if (!_expected.Contains(what))
            _expected.Add(what);
    }

    /// <summary>Forgets failures at other places than the one where the next attempt begins.</summary>
    public void Restart(int position)
    {
        if (Farthest != position)
            _expected.Clear();
        Farthest = position;
    }

    /// <summary>Until it is given back, everything that fails at this position is called by one name.</summary>
    public (string? Label, int Position) SetLabel(string label, int position)
    {
        var before = (_label, _labelPosition);
        if (_labelPosition != position)
            (_label, _labelPosition) = (label, position);
        return before;
    }

    public void RestoreLabel((string? Label, int Position) before) => (_label, _labelPosition) = before;

    /// <summary>The place of the tokens from one index to another; empty, behind the token before, where there are none.</summary>
    public Place PlaceOf(int first, int end) =>
        new(
            Segment,
            end > first
                ? TextSpan.FromBounds(Tokens[first].Start, Tokens[end - 1].End)
                : new TextSpan(EndBefore(first), 0)
        );

    public int EndBefore(int index) => index > 0 ? Tokens[index - 1].End : Tokens[index].Start;

    /// <summary>
    /// Whether a token must be the beginning of the next member, because it is a keyword and begins a line no further to
    /// the right than the member that is being parsed. Then it is no name, even where a name is missing.
    /// </summary>
    public bool BeginsNextMember(int index) =>
        index > MemberStart
        && Tokens[index].Keyword != Keyword.NoKeyword
        && IsFirstOnLine(index)
        && IsFirstOnLine(MemberStart)
        && ColumnOf(index) <= ColumnOf(MemberStart);

    /// <summary>Whether a line break stands before a token.</summary>
    public bool IsFirstOnLine(int index)
    {
        var from = index > 0 ? Tokens[index - 1].End : 0;
        return index == 0 || Segment.Text.AsSpan(from, Tokens[index].Start - from).IndexOfAny('\n', '\r') >= 0;
    }

    public int ColumnOf(int index)
    {
        var start = Tokens[index].Start;
        return start - 1 - Segment.Text.AsSpan(0, start).LastIndexOfAny('\n', '\r');
    }
}
