using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>
/// Decides the convention of each folder and finds its image sets. The decision looks at the folder's first files by name,
/// not at the files that happen to be read, so that one file, a shard and the whole folder are understood alike.
/// </summary>
sealed class VocFolders
{
    const int SampleSize = 512;

    readonly Dictionary<string, VocFolder> folders = new(StringComparer.Ordinal);

    public static VocFolders Of(ReadRequest request, DatasetBuilder builder)
    {
        var result = new VocFolders();
        var companions = new CompanionFiles(builder);
        var sources = request.Files.Select(file => builder.Files[file]);
        foreach (var group in sources.GroupBy(source => source.Folder, StringComparer.Ordinal))
        {
            request.Cancellation.ThrowIfCancellationRequested();
            var convention = Decide(
                group.Key,
                group,
                request.Options,
                companions,
                out var isDeclared,
                out var evidence
            );
            builder.Conventions.Add(new("voc", group.Key, convention.Origin, convention.Edges, isDeclared, evidence));
            var sets = VocImageSets.Of(group.Key, companions);
            var check =
                sets.Sets.Count > 0 && sets.IsOfWholeFolder && IsWhole(group.Key, group, companions)
                    ? new VocImageSetCheck(group.Key)
                    : null;
            result.folders.Add(group.Key, new(convention, sets, VocSegmentation.Of(group.Key, companions), check));
        }

        return result;
    }

    /// <summary>Reports what the lists of images say of files that are not there, or that say otherwise.</summary>
    public void CheckImageSets(DatasetBuilder builder)
    {
        foreach (var folder in folders.Values)
            folder.SetCheck?.Report(folder.Sets, builder);
    }

    // Of some files of a folder nobody can say that the others are missing.
    static bool IsWhole(string folder, IEnumerable<SourceFile> sources, CompanionFiles companions)
    {
        var read = sources.Select(source => source.FullPath).ToHashSet(StringComparer.Ordinal);
        var listed = 0;
        foreach (var path in companions.FilesIn(folder, "*.xml"))
            if (read.Contains(path))
                listed++;
            else
                return false;
        // A folder that cannot be listed shows none.
        return listed > 0;
    }

    public VocFolder FolderOf(SourceFile source) => folders[source.Folder];

    /// <summary>The convention that a data set's file was read by.</summary>
    public static VocConvention ConventionOf(Dataset dataset, int file)
    {
        var folder = dataset.Files[file].Folder;
        var convention = dataset.Conventions.FirstOrDefault(c => c.Format == "voc" && c.Folder == folder);
        return convention is null ? VocConvention.Continuous : new(convention.Origin, convention.Edges);
    }

    static VocConvention Decide(
        string folder,
        IEnumerable<SourceFile> sources,
        ReadOptions options,
        CompanionFiles companions,
        out bool isDeclared,
        out string evidence
    )
    {
        isDeclared = options.Coordinates is { Origin: not null, Edges: not null };
        evidence = "declared";
        if (isDeclared)
            return new(options.Coordinates!.Origin!.Value, options.Coordinates.Edges!.Value);

        var collected = new VocEvidence();
        foreach (var sample in Sample(folder, sources, companions))
            try
            {
                collected.Add(sample.Load(CancellationToken.None).From(0));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                companions.ReportUnreadable(sample.Path, e.Message);
            }

        var decided = collected.Decide(out evidence);
        return new(options.Coordinates?.Origin ?? decided.Origin, options.Coordinates?.Edges ?? decided.Edges);
    }

    static IEnumerable<SourceFile> Sample(string folder, IEnumerable<SourceFile> sources, CompanionFiles companions)
    {
        var first = FirstFiles.Of(companions.FilesIn(folder, "*.xml"), SampleSize);
        return first.Count > 0 ? first.Select(PackedFile.SourceAt) : sources.Take(SampleSize);
    }
}
