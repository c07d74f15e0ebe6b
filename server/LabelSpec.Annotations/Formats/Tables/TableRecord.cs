namespace LabelSpec.Annotations.Formats.Tables;

/// <summary>What one row of a table says, before it is an annotation.</summary>
sealed class TableRecord
{
    public required Sources.SourceSpan Span { get; init; }

    public string? Image { get; init; }

    public string? Class { get; init; }

    public string? Id { get; init; }

    public string? Track { get; init; }

    /// <summary>The four numbers of the box; empty where the table has none.</summary>
    public double[] Box { get; init; } = [];

    public double Score { get; init; } = double.NaN;

    public double Frame { get; init; } = double.NaN;

    public double ImageWidth { get; init; } = double.NaN;

    public double ImageHeight { get; init; } = double.NaN;
}
