using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;

namespace LabelSpec.Grammar.Formatting;

/// <summary>Lays out declarations and blocks; what stands within a line is up to <see cref="SpacingRules"/> and <see cref="BreakRules"/>.</summary>
sealed class LayoutBuilder
{
    readonly FormatSource _source;
    readonly Layout _layout;

    LayoutBuilder(FormatSource source)
    {
        _source = source;
        _layout = new Layout(source.Tokens.Count);
    }

    public static Layout Build(FormatSource source)
    {
        var builder = new LayoutBuilder(source);
        builder.LayOutFile();
        return builder._layout;
    }

    void LayOutFile()
    {
        var wasLong = false;
        foreach (var segment in _source.Tree.Segments)
        {
            if (segment.Diagnostics.Any(d => d.Severity == DiagnosticSeverity.Error))
            {
                KeepAll(segment);
                wasLong = false;
                continue;
            }

            foreach (var declaration in segment.Declarations)
            {
                LayOut(declaration, 0);
                var isLong = IsLong(declaration);
                if (isLong || wasLong)
                    _layout.RequireEmptyLine(_source.FirstOf(declaration));
                wasLong = isLong;
            }
        }

        _layout.StartLine(_source.Tokens.Count - 1, 0);
        _layout.ForbidEmptyLinesAround(_source.Tokens.Count - 1);
    }

    /// <summary>The gaps around stay as well: where a broken declaration begins and ends may depend on them.</summary>
    void KeepAll(Segment segment)
    {
        var first = _source.FirstOf(segment);
        for (var i = 0; i < segment.Tokens.Length - 1; i++)
            _layout.Keep(first + i);
    }

    void LayOut(Declaration declaration, int indent)
    {
        _layout.StartLine(_source.FirstOf(declaration), indent);
        Style(declaration);
        if (declaration is WhenDeclaration when)
            LayOut(when, indent);
        else if (declaration.Block is { } block)
            LayOut(block, indent, declaration);
    }

    void LayOut(WhenDeclaration when, int indent)
    {
        var close = _source.EndOf(when) - 1;
        var isFirst = true;
        foreach (var rule in when.Declarations)
        {
            LayOut(rule, indent + Formatter.IndentWidth);
            if (isFirst)
                _layout.ForbidEmptyLine(_source.FirstOf(rule));
            isFirst = false;
        }

        CloseBlock(close, indent, isEmpty: when.Declarations.Count == 0);
    }

    /// <summary>A block that was written on one line stays on it as long as the line is short enough.</summary>
    void LayOut(MemberBlock block, int indent, SyntaxNode owner)
    {
        var close = _source.EndOf(block) - 1;
        foreach (var member in block.Members)
            Style(member);
        if (block.Members.Count > 0 && IsOneLine(block) && FitsOnLine(owner, indent))
            return;

        for (var i = 0; i < block.Members.Count; i++)
        {
            var member = block.Members[i];
            var first = _source.FirstOf(member);
            _layout.StartLine(first, indent + Formatter.IndentWidth);
            if (i == 0)
                _layout.ForbidEmptyLine(first);
            foreach (var inner in BlocksIn(member))
                LayOut(inner, indent + Formatter.IndentWidth, member);
        }

        CloseBlock(close, indent, block.Members.Count == 0);
    }

    void CloseBlock(int close, int indent, bool isEmpty)
    {
        _layout.ForbidEmptyLinesAround(close);
        _layout.Close(close);
        if (isEmpty && !_source.Tokens[close].Trivia.Any(t => t.IsComment))
            _layout.Attach(close);
        else
            _layout.StartLine(close, indent);
    }

    /// <summary>The outermost blocks of a member.</summary>
    static IEnumerable<MemberBlock> BlocksIn(SyntaxNode node) =>
        node.Children.SelectMany(child => child is MemberBlock block ? [block] : BlocksIn(child));

    void Style(SyntaxNode node)
    {
        SpacingRules.Apply(node, _source, _layout);
        BreakRules.Apply(node, _source, _layout);
        foreach (var child in node.Children)
            if (child is not (Member or Declaration or MemberBlock) || child is EnumValue or Keypoint)
                Style(child);
            else if (child is MemberBlock { Members: [] } empty)
                _layout.Attach(_source.EndOf(empty) - 1);
    }

    bool IsOneLine(MemberBlock block)
    {
        var (first, end) = (_source.FirstOf(block), _source.EndOf(block));
        for (var i = first + 1; i < end; i++)
            if (_source.HasLineBreakBefore(i) || _source.Tokens[i].Trivia.Any(t => t.IsComment))
                return false;
        return true;
    }

    bool FitsOnLine(SyntaxNode owner, int indent)
    {
        // The first token has no blank before it.
        var width = indent - 1;
        var (first, end) = (_source.FirstOf(owner), _source.EndOf(owner));
        for (var i = first; i < end; i++)
        {
            if (
                _source.Tokens[i].Kind == TokenKind.BlockString
                || (i > first && _source.Tokens[i].Trivia.Any(t => t.IsComment))
            )
                return false;
            width += _source.Tokens[i].Span.Length + (SpacingRules.IsAttached(i, _source, _layout) ? 0 : 1);
        }

        return width <= Formatter.LineWidth;
    }

    bool IsLong(Declaration declaration)
    {
        var end = _source.EndOf(declaration);
        for (var i = _source.FirstOf(declaration) + 1; i < end; i++)
            if (_layout[i].StartsLine)
                return true;
        return false;
    }
}
