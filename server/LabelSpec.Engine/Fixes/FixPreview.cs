using System.Collections.Immutable;
using LabelSpec.Annotations.Sources;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Fixes;

/// <summary>A file of a dry run: what lies on disk, and what the rounds so far would have made of it.</summary>
sealed class FixPreview(SourceFile file)
{
    readonly SourceBytes original = file.Bytes;
    ImmutableArray<FileEdit> edits = [];

    /// <summary>The text after the rounds so far.</summary>
    public byte[] Text { get; private set; } = [];

    public FixedFile Result => new(file.Path, edits.Length, UnifiedDiff.Of(file.Path, original.From(0), edits), null);

    public void Make(ImmutableArray<FileEdit> round, CancellationToken cancellation)
    {
        edits = edits.IsEmpty ? round : EditComposition.Of(edits, Text, round);
        var text = new MemoryStream();
        FileRewriter.Write(original, edits, text, cancellation);
        Text = text.ToArray();
    }
}
