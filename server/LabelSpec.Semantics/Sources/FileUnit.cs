using LabelSpec.Grammar;
using LabelSpec.Grammar.Syntax;

namespace LabelSpec.Semantics.Sources;

/// <summary>A file with its syntax tree. Turns nodes into spans of the file.</summary>
internal sealed class FileUnit(SourceFile file, SyntaxTree tree)
{
    private readonly Dictionary<Segment, int> starts = Index(tree);
    private Segment? lastSegment;
    private int lastStart;

    public SourceFile File { get; } = file;

    public SyntaxTree Tree { get; } = tree;

    public SourceSpan SpanOf(SyntaxNode node)
    {
        // Nodes come segment by segment: the dictionary is asked once for each declaration.
        if (!ReferenceEquals(node.Segment, lastSegment))
        {
            lastSegment = node.Segment;
            lastStart = starts[node.Segment];
        }
        return new SourceSpan(File, lastStart + node.Span.Start, node.Span.Length);
    }

    private static Dictionary<Segment, int> Index(SyntaxTree tree)
    {
        var starts = new Dictionary<Segment, int>(tree.Segments.Count, ReferenceEqualityComparer.Instance);
        for (var i = 0; i < tree.Segments.Count; i++)
        {
            starts[tree.Segments[i]] = tree.StartOf(i);
        }
        return starts;
    }
}
