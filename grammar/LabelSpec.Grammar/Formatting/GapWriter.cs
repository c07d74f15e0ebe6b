namespace LabelSpec.Grammar.Formatting;

/// <summary>Writes the gaps between the tokens, line by line, and breaks lines that become too long.</summary>
sealed class GapWriter
{
    readonly FormatSource _source;
    readonly Layout _layout;
    readonly string[] _gaps;
    readonly Stack<OpenGroup> _open = [];
    readonly GroupStarts _starts;
    int _column;
    int _lineIndent;

    GapWriter(FormatSource source, Layout layout)
    {
        _source = source;
        _layout = layout;
        _gaps = new string[source.Tokens.Count];
        _starts = new GroupStarts(layout.Groups);
    }

    public static string[] Write(FormatSource source, Layout layout)
    {
        var writer = new GapWriter(source, layout);
        for (var i = 0; i < source.Tokens.Count; i++)
            writer.WriteToken(i);
        return writer._gaps;
    }

    void WriteToken(int token)
    {
        while (_open.TryPeek(out var group) && group.End <= token)
            _open.Pop();
        _gaps[token] = GapBefore(token);
        Advance(_gaps[token]);
        foreach (var group in _starts.At(token))
            Open(group);
        Advance(_source.Tree.Source.Slice(_source.Tokens[token].Span));
    }

    string GapBefore(int token)
    {
        var layout = _layout[token];
        if (layout.IsKept || (token > 0 && _layout[token - 1].IsKept))
            return _source.Tree.Source.Slice(_source.GapBefore(token)).ToString();
        if (layout.StartsLine)
        {
            _lineIndent = layout.Indent;
            _open.Clear();
            var inner = layout.Indent + (layout.Closes ? Formatter.IndentWidth : 0);
            return CommentedGap.Write(_source, token, new LineStart(layout.Indent, inner, layout.EmptyLines));
        }

        var indent = _open.TryPeek(out var group) ? group.Indent : _lineIndent + Formatter.IndentWidth;
        var breaks = _layout.GroupAt(token) is { } at && BreaksBefore(at, token, out indent);
        return breaks
            ? CommentedGap.Write(_source, token, new LineStart(indent, indent, EmptyLines.Forbidden))
            : CommentedGap.Write(_source, token, indent, IsAttached(token) ? "" : " ");
    }

    bool BreaksBefore(BreakGroup group, int token, out int indent)
    {
        var open = _open.FirstOrDefault(o => o.Group == group);
        indent = open.Group is null ? _lineIndent + Formatter.IndentWidth : open.Indent;
        if (open.Group is null || !open.IsBroken)
            return false;
        return !group.Fills || !Fits(token, NextBreak(group, token), _column + 1);
    }

    /// <summary>Where the piece ends that must fit on the line if it is not broken before a token.</summary>
    static int NextBreak(BreakGroup group, int token)
    {
        foreach (var point in group.Breaks)
            if (point > token)
                return point;
        return group.End;
    }

    void Open(BreakGroup group)
    {
        var outer = _open.TryPeek(out var parent) && parent.IsBroken ? parent.Indent : _lineIndent;
        var isBroken = !Fits(group.Start, group.End, _column);
        // What stands in a broken line is indented once more than the line.
        _open.Push(new OpenGroup(group, group.End, isBroken, outer + Formatter.IndentWidth));
    }

    /// <summary>Whether tokens and what clings to them fit on the line, from a column on.</summary>
    bool Fits(int start, int end, int column)
    {
        for (var i = start; i < _source.Tokens.Count; i++)
        {
            if (i > start && _layout[i].StartsLine)
                return true;
            // A comment behind the last token, and the line that ends with it, are no part of what must fit.
            if (i >= end && !IsAttached(i))
                return true;
            if (i > start && CommentedGap.BreaksLine(_source, i))
                return false;
            column += (i == start || IsAttached(i) ? 0 : 1) + CommentedGap.InlineWidth(_source, i, i == start);
            var text = _source.Tree.Source.Slice(_source.Tokens[i].Span);
            var lineEnd = text.IndexOfAny('\n', '\r');
            column += lineEnd < 0 ? text.Length : lineEnd;
            if (column > Formatter.LineWidth)
                return false;
            if (lineEnd >= 0)
                return true;
        }

        return true;
    }

    bool IsAttached(int token) => SpacingRules.IsAttached(token, _source, _layout);

    void Advance(ReadOnlySpan<char> text)
    {
        var lineStart = text.LastIndexOfAny('\n', '\r') + 1;
        _column = lineStart > 0 ? text.Length - lineStart : _column + text.Length;
    }

    readonly record struct OpenGroup(BreakGroup Group, int End, bool IsBroken, int Indent);
}
