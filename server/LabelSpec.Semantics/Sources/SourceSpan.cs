namespace LabelSpec.Semantics.Sources;

/// <summary>A stretch of a file, in UTF-16 code units from its start.</summary>
public readonly record struct SourceSpan(SourceFile File, int Start, int Length)
{
    public int End => Start + Length;

    /// <summary>The text that the span covers.</summary>
    public string Text => File.Text.Substring(Start, Length);

    /// <summary>True from the first character to just behind the last one, where a cursor still touches the span.</summary>
    public bool Touches(int offset) => offset >= Start && offset <= End;

    public override string ToString() => $"{File.Path}[{Start}..{End}]";
}
