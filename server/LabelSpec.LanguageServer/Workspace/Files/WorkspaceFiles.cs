using System.Collections.Immutable;
using LabelSpec.Annotations.Project;

namespace LabelSpec.LanguageServer.Workspace.Files;

/// <summary>The guidelines and project files below a workspace folder, by path.</summary>
public sealed record WorkspaceFiles(
    ImmutableSortedSet<string> Guidelines,
    ImmutableSortedSet<string> Projects,
    bool IsComplete
)
{
    public const string GuidelineExtension = ".labelspec";

    /// <summary>A workspace may be a home directory or hold millions of pictures; looking must end.</summary>
    const int MostEntries = 200_000;

    static readonly ImmutableSortedSet<string> NoFiles = ImmutableSortedSet.Create<string>(StringComparer.Ordinal);

    static readonly HashSet<string> PassedOver = new(StringComparer.Ordinal) { "node_modules", "bin", "obj", "out" };

    public static WorkspaceFiles Search(string folder)
    {
        var guidelines = NoFiles.ToBuilder();
        var projects = NoFiles.ToBuilder();
        var pending = new Queue<string>([folder]);
        var seen = 0;
        while (pending.TryDequeue(out var next) && seen < MostEntries)
        {
            foreach (var entry in EntriesOf(next))
            {
                if (++seen >= MostEntries)
                    break;
                var path = entry.FullName.Replace('\\', '/');
                if (entry is DirectoryInfo { LinkTarget: null } directory)
                {
                    if (!directory.Name.StartsWith('.') && !PassedOver.Contains(directory.Name))
                        pending.Enqueue(path);
                }
                else if (IsGuideline(path))
                    guidelines.Add(path);
                else if (IsProject(path))
                    projects.Add(path);
            }
        }

        return new WorkspaceFiles(guidelines.ToImmutable(), projects.ToImmutable(), seen < MostEntries);
    }

    public static bool IsGuideline(string path) =>
        path.EndsWith(GuidelineExtension, StringComparison.OrdinalIgnoreCase);

    public static bool IsProject(string path) =>
        path.EndsWith('/' + ProjectFile.FileName, StringComparison.Ordinal) || path == ProjectFile.FileName;

    /// <summary>After files were created or deleted; the same object when nothing of it concerns guidelines.</summary>
    public WorkspaceFiles With(IEnumerable<(string Path, bool Exists)> changes)
    {
        var next = this;
        foreach (var (path, exists) in changes)
        {
            if (IsGuideline(path))
                next = next with { Guidelines = Set(next.Guidelines, path, exists) };
            else if (IsProject(path))
                next = next with { Projects = Set(next.Projects, path, exists) };
            else if (!exists)
                next = next with { Guidelines = Below(next.Guidelines, path), Projects = Below(next.Projects, path) };
        }

        return next.Guidelines == Guidelines && next.Projects == Projects ? this : next;
    }

    static ImmutableSortedSet<string> Set(ImmutableSortedSet<string> paths, string path, bool exists) =>
        exists ? paths.Add(path) : paths.Remove(path);

    /// <summary>Without what lay in a folder that is gone.</summary>
    static ImmutableSortedSet<string> Below(ImmutableSortedSet<string> paths, string folder) =>
        paths.Except(paths.Where(path => DocumentUri.IsBelow(path, folder)));

    static IEnumerable<FileSystemInfo> EntriesOf(string folder)
    {
        try
        {
            return new DirectoryInfo(folder).EnumerateFileSystemInfos(
                "*",
                new EnumerationOptions { IgnoreInaccessible = true, AttributesToSkip = FileAttributes.Hidden }
            );
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
