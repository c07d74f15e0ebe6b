namespace LabelSpec.Annotations.Pictures.Labels;

/// <summary>The pixels of a picture that are stored together: every so many columns and rows, from a first one on.</summary>
readonly record struct PngPass(int Left, int Top, int ColumnStep, int RowStep)
{
    public static PngPass[] Whole { get; } = [new(0, 0, 1, 1)];

    /// <summary>ISO/IEC 15948, 8.2.</summary>
    public static PngPass[] Adam7 { get; } =
    [
        new(0, 0, 8, 8),
        new(4, 0, 8, 8),
        new(0, 4, 4, 8),
        new(2, 0, 4, 4),
        new(0, 2, 2, 4),
        new(1, 0, 2, 2),
        new(0, 1, 1, 2),
    ];

    public int ColumnsOf(in PngHeader header) =>
        header.Width <= Left ? 0 : (header.Width - Left + ColumnStep - 1) / ColumnStep;

    public int RowsOf(in PngHeader header) => header.Height <= Top ? 0 : (header.Height - Top + RowStep - 1) / RowStep;
}
