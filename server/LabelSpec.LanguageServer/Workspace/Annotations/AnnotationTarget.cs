using System.Collections.Immutable;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;

namespace LabelSpec.LanguageServer.Workspace.Annotations;

/// <summary>Annotation files that are read together and judged by one guideline.</summary>
/// <param name="Key">Names the target over versions of its files.</param>
/// <param name="Project">The project that governs them; null without one.</param>
/// <param name="Guideline">Path of the guideline; null where only built-in checks judge.</param>
/// <param name="Inputs">Absolute paths of files and folders.</param>
/// <param name="Files">Every file that the inputs stand for; empty where there are too many to follow each.</param>
public sealed record AnnotationTarget(
    string Key,
    ProjectFile? Project,
    string? Guideline,
    ImmutableArray<string> Inputs,
    ImmutableArray<string> Files,
    ReadOptions Options
)
{
    /// <summary>The name of the data in status lines: the project's folder, or the file.</summary>
    public string Name =>
        Project is { } project && Inputs.Length != 1
            ? System.IO.Path.GetFileName(project.Folder)
            : System.IO.Path.GetFileName(Inputs.FirstOrDefault() ?? "");
}
