using System.Collections.Immutable;
using LabelSpec.Annotations.Project;

namespace LabelSpec.Engine.Settings;

/// <summary>The exceptions of a project that hold today.</summary>
public sealed class Waivers
{
    readonly ImmutableArray<(Waiver Waiver, Glob? File)> entries;
    readonly ProjectFile? project;

    Waivers(ProjectFile? project, ImmutableArray<(Waiver, Glob?)> entries) =>
        (this.project, this.entries) = (project, entries);

    public bool IsEmpty => entries.IsEmpty;

    public static Waivers Of(ProjectFile? project, DateOnly today) =>
        new(
            project,
            [
                .. (project?.Waive ?? [])
                    .Where(waiver => !waiver.IsExpired(today))
                    .Select(waiver => (waiver, waiver.File is null ? null : GlobOf(waiver.File)))
                    .Where(entry => entry.waiver.File is null || entry.Item2 is not null),
            ]
        );

    /// <summary>The exception that matches in all that it names; null when there is none.</summary>
    /// <param name="rule">The rule's name or the check's code.</param>
    /// <param name="name">The check's name; null for rules.</param>
    /// <param name="file">Absolute path of the annotation file.</param>
    /// <param name="image">File name of the image.</param>
    /// <param name="annotation">The annotation's id as its file writes it.</param>
    public Waiver? Find(string rule, string? name, string file, string? image, string? annotation)
    {
        foreach (var (waiver, glob) in entries)
            if (
                (waiver.Rule == rule || waiver.Rule == name)
                && (waiver.Image is null || waiver.Image == image)
                && (waiver.Annotation is null || waiver.Annotation == annotation)
                && (glob is null || glob.IsMatch(project!.RelativePath(file)))
            )
                return waiver;
        return null;
    }

    static Glob? GlobOf(string pattern) => Glob.TryParse(pattern, out var glob, out _) ? glob : null;
}
