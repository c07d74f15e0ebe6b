namespace LabelSpec.Grammar.Text;

/// <summary>The text of a file and where its lines are.</summary>
public sealed class SourceText(string text)
{
    LineMap? _lines;

    public string Text { get; } = text;

    public LineMap Lines => _lines ??= new LineMap(Text);

    public int Length => Text.Length;

    public static implicit operator SourceText(string text) => new(text);

    public static SourceText FromString(string text) => new(text);

    public ReadOnlySpan<char> Slice(TextSpan span) => Text.AsSpan(span.Start, span.Length);

    /// <summary>The text with the edits applied, all of which speak about the text before any of them.</summary>
    public SourceText With(IEnumerable<TextEdit> edits) => new(TextEdit.Apply(Text, edits));

    public override string ToString() => Text;
}
