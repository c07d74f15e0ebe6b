namespace LabelSpec.Reports;

/// <summary>A way to write results that <c>--format</c> names.</summary>
/// <param name="DefaultMax">How many findings of each rule it shows unless told; 0 is all.</param>
public sealed record ReportFormat(string Name, string Description, int DefaultMax, IReport Report)
{
    /// <summary>Whether it names the content of each file by its hash, so that hashes are better made while files are read.</summary>
    public bool StatesHashes { get; init; }
}
