namespace LabelSpec.Annotations.Sources;

/// <summary>A place in a text file as people count: both numbers start at 1.</summary>
/// <param name="Line">Lines end with <c>\n</c>, <c>\r\n</c> or a lone <c>\r</c>.</param>
/// <param name="Column">
/// In UTF-16 code units, as editors and SARIF count. A byte order mark takes no column. It is a long because annotation
/// files of hundreds of megabytes are often a single line.
/// </param>
public readonly record struct SourcePosition(int Line, long Column)
{
    public static SourcePosition Start => new(1, 1);

    public override string ToString() => $"{Line}:{Column}";
}
