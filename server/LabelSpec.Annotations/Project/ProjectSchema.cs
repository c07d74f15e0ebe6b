namespace LabelSpec.Annotations.Project;

/// <summary>
/// The JSON Schema of project files, for editors. It is generated from <see cref="ProjectFile"/> by the test project and
/// embedded as it stands.
/// </summary>
public static class ProjectSchema
{
    const string ResourceName = "LabelSpec.Annotations.Project.labelspec.schema.json";

    public static string Text { get; } = Read();

    static string Read()
    {
        using var stream =
            typeof(ProjectSchema).Assembly.GetManifestResourceStream(ResourceName)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {ResourceName}.");
        return new StreamReader(stream).ReadToEnd();
    }
}
