namespace LabelSpec.Reports;

/// <summary>The JSON Schemas (draft 7) of the JSON reports.</summary>
public static class ReportSchema
{
    /// <summary>Of <c>check</c>.</summary>
    public static string Text { get; } = Read("report.schema.json");

    /// <summary>Of <c>compare</c>.</summary>
    public static string Comparison { get; } = Read("comparison.schema.json");

    static string Read(string name)
    {
        using var stream = typeof(ReportSchema).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
