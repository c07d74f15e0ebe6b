namespace LabelSpec.Reports.Comparisons;

/// <summary>Writes a comparison in one format.</summary>
public interface IComparisonReport
{
    /// <summary>Writes the whole report and flushes it; the stream stays open.</summary>
    void Write(ComparisonReport report, Stream output);
}
