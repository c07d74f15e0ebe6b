namespace LabelSpec.Quality.Comparison;

/// <summary>The JSON Schema (draft 7) of files of requirements, for editors.</summary>
public static class RequirementSchema
{
    public static string Text { get; } = Read();

    static string Read()
    {
        using var stream = typeof(RequirementSchema).Assembly.GetManifestResourceStream("requirements.schema.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
