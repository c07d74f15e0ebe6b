namespace LabelSpec.Reports;

/// <summary>The JSON Schema (draft 7) of the JSON report.</summary>
public static class ReportSchema
{
    public static string Text { get; } = Read();

    static string Read()
    {
        using var stream = typeof(ReportSchema).Assembly.GetManifestResourceStream("report.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
