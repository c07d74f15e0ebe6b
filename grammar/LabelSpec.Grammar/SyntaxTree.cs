using LabelSpec.Grammar.Diagnostics;
using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Parsing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar;

/// <summary>
/// The syntax of one <c>.labelspec</c> file: immutable, complete (every character of the file is in it) and forgiving
/// (any text has a tree). An edited tree shares with the old one every segment that the edit did not touch.
/// </summary>
public sealed class SyntaxTree
{
    readonly Segment[] _segments;
    readonly int[] _starts;
    Dictionary<Segment, int>? _startOf;
    IReadOnlyList<Declaration>? _declarations;
    IReadOnlyList<Diagnostic>? _diagnostics;

    internal SyntaxTree(SourceText source, Segment[] segments)
    {
        Source = source;
        _segments = segments;
        _starts = new int[segments.Length];
        for (var i = 1; i < segments.Length; i++)
            _starts[i] = _starts[i - 1] + segments[i - 1].Text.Length;
    }

    public SourceText Source { get; }

    public string Text => Source.Text;

    /// <summary>In the order of the text, without gaps.</summary>
    public IReadOnlyList<Segment> Segments => _segments;

    /// <summary>The declarations at the top of the file, in its order.</summary>
    public IReadOnlyList<Declaration> Declarations => _declarations ??= [.. _segments.SelectMany(s => s.Declarations)];

    /// <summary>What is wrong with the syntax, in the order of the text.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics ??= CollectDiagnostics();

    public static SyntaxTree Parse(string text) => Parse(new SourceText(text));

    public static SyntaxTree Parse(SourceText source) => new(source, TreeBuilder.Build(source.Text));

    /// <summary>The tree of another text; whatever did not change is taken over. The same as parsing the text anew.</summary>
    public SyntaxTree WithText(SourceText source) =>
        source.Text == Text
            ? new SyntaxTree(source, _segments)
            : new SyntaxTree(source, TreeBuilder.Rebuild(this, source.Text));

    public SyntaxTree WithText(string text) => WithText(new SourceText(text));

    public SyntaxTree WithEdits(params IEnumerable<TextEdit> edits) => WithText(Source.With(edits));

    /// <summary>Where a node stands in the file.</summary>
    public TextSpan SpanOf(SyntaxNode node) => SpanOf(node.Segment, node.Span);

    /// <summary>Where a place stands in the file.</summary>
    public TextSpan SpanOf(Place place) => SpanOf(place.Segment, place.Span);

    /// <summary>Where a span of a segment (of a token, a doc comment) stands in the file.</summary>
    public TextSpan SpanOf(Segment segment, TextSpan span) => span.Shift(StartOf(segment));

    public int StartOf(Segment segment) => (_startOf ??= IndexStarts())[segment];

    public int StartOf(int segmentIndex) => _starts[segmentIndex];

    public bool Contains(SyntaxNode node) => (_startOf ??= IndexStarts()).ContainsKey(node.Segment);

    /// <summary>The index of the segment in which an offset lies; an offset between two lies in the second.</summary>
    public int SegmentIndexAt(int offset)
    {
        var found = Array.BinarySearch(_starts, offset);
        return found >= 0 ? LastWithSameStart(found) : Math.Max(~found - 1, 0);
    }

    /// <summary>
    /// The nodes around an offset, the innermost last. A node whose last character stands just before the offset counts
    /// as well, unless another one begins there: so a caret behind a name finds the name.
    /// </summary>
    public IReadOnlyList<SyntaxNode> PathAt(int offset)
    {
        var index = SegmentIndexAt(offset);
        var path = NodeFinder.PathAt(_segments[index], offset - _starts[index]);
        if (path.Count == 0 && index > 0 && offset == _starts[index])
            path = NodeFinder.PathAt(_segments[index - 1], offset - _starts[index - 1]);
        return path;
    }

    /// <summary>The innermost node at an offset, if there is one.</summary>
    public SyntaxNode? NodeAt(int offset) => PathAt(offset) is [.., var last] ? last : null;

    /// <summary>What can be written at an offset.</summary>
    public SyntaxExpectations ExpectationsAt(int offset) =>
        ExpectationFinder.At(this, Math.Clamp(offset, 0, Text.Length));

    /// <summary>The text again, put together from the tokens, blanks and comments of the tree.</summary>
    public string ToText() => TreeText.Join(_segments);

    public override string ToString() => Text;

    int LastWithSameStart(int index)
    {
        while (index + 1 < _starts.Length && _starts[index + 1] == _starts[index])
            index++;
        return index;
    }

    Dictionary<Segment, int> IndexStarts()
    {
        var index = new Dictionary<Segment, int>(_segments.Length, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < _segments.Length; i++)
            index[_segments[i]] = _starts[i];
        return index;
    }

    List<Diagnostic> CollectDiagnostics()
    {
        var all = new List<Diagnostic>();
        for (var i = 0; i < _segments.Length; i++)
            foreach (var diagnostic in _segments[i].Diagnostics)
                all.Add(diagnostic.Shift(_starts[i]));
        return all;
    }
}
