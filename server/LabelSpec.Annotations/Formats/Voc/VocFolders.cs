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
        var sources = request.Files.Select(file => builder.Files[file]);
        foreach (var group in sources.GroupBy(source => source.Folder, StringComparer.Ordinal))
        {
            request.Cancellation.ThrowIfCancellationRequested();
            var convention = Decide(group.Key, group, request.Options, out var isDeclared, out var evidence);
            builder.Conventions.Add(new("voc", group.Key, convention.Origin, convention.Edges, isDeclared, evidence));
            var sets = VocImageSets.Of(group.Key);
            foreach (var set in sets.Sets)
                builder.Dependencies.Add(set.Path);
            var check =
                sets.Sets.Count > 0 && sets.IsOfWholeFolder && IsWhole(group.Key, group)
                    ? new VocImageSetCheck(group.Key)
                    : null;
            result.folders.Add(group.Key, new(convention, sets, VocSegmentation.Of(group.Key), check));
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
    static bool IsWhole(string folder, IEnumerable<SourceFile> sources)
    {
        if (!Directory.Exists(folder))
            return false;
        var read = sources.Select(source => source.FullPath).ToHashSet(StringComparer.Ordinal);
        return Directory.EnumerateFiles(folder, "*.xml").All(read.Contains);
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
        out bool isDeclared,
        out string evidence
    )
    {
        isDeclared = options.Coordinates is { Origin: not null, Edges: not null };
        evidence = "declared";
        if (isDeclared)
            return new(options.Coordinates!.Origin!.Value, options.Coordinates.Edges!.Value);

        var collected = new VocEvidence();
        foreach (var sample in Sample(folder, sources))
            try
            {
                collected.Add(sample.Load(CancellationToken.None).From(0));
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
            {
                // The reader reports what cannot be read; here it only does not count.
            }

        var decided = collected.Decide(out evidence);
        return new(options.Coordinates?.Origin ?? decided.Origin, options.Coordinates?.Edges ?? decided.Edges);
    }

    static IEnumerable<SourceFile> Sample(string folder, IEnumerable<SourceFile> sources)
    {
        var first = FirstFiles.Of(folder, "*.xml", SampleSize, static _ => true);
        return first.Count > 0 ? first.Select(SourceFile.InFolder) : sources.Take(SampleSize);
    }
}
