using System.Collections.Immutable;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;

namespace LabelSpec.Cli.Checking;

/// <summary>Annotation files that are read together and judged by one guideline.</summary>
/// <param name="Guideline">Path of the <c>.labelspec</c> file; null where only built-in checks judge.</param>
/// <param name="Inputs">Empty to look at the guideline alone.</param>
sealed record Target(ProjectFile? Project, string? Guideline, ImmutableArray<ReadInput> Inputs)
{
    /// <summary>How the files are read: as the project says.</summary>
    public ReadOptions Options { get; } = new() { Project = Project };
}
