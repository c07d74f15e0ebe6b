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

    /// <summary>Files of a sample that one thread looks at in one go.</summary>
    const int SampleBatch = 64;

    readonly Dictionary<string, VocFolder> folders = new(StringComparer.Ordinal);

    public static VocFolders Of(ReadRequest request, DatasetBuilder builder)
    {
        var result = new VocFolders();
        var companions = new CompanionFiles(builder);
        foreach (var (folder, sources) in ByFolder(request.Files.Select(file => builder.Files[file])))
        {
            request.Cancellation.ThrowIfCancellationRequested();
            var convention = Decide(folder, sources, request.Options, companions, out var isDeclared, out var evidence);
            builder.Conventions.Add(new("voc", folder, convention.Origin, convention.Edges, isDeclared, evidence));
            var sets = VocImageSets.Of(folder, companions);
            var check =
                sets.Sets.Count > 0 && sets.IsOfWholeFolder && IsWhole(folder, sources, companions)
                    ? new VocImageSetCheck(folder)
                    : null;
            result.folders.Add(folder, new(convention, sets, VocSegmentation.Of(folder, companions), check));
        }

        return result;
    }

    // Files mostly come folder by folder, and those of one folder share its text.
    static OrderedDictionary<string, List<SourceFile>> ByFolder(IEnumerable<SourceFile> sources)
    {
        var result = new OrderedDictionary<string, List<SourceFile>>(StringComparer.Ordinal);
        string? last = null;
        List<SourceFile> ofLast = [];
        foreach (var source in sources)
        {
            if (!ReferenceEquals(source.Folder, last))
            {
                last = source.Folder;
                if (!result.TryGetValue(last, out ofLast!))
                    result.Add(last, ofLast = []);
            }

            ofLast.Add(source);
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

        var collected = Collect([.. Sample(folder, sources, companions)], options.Threads, companions);
        var decided = collected.Decide(out evidence);
        return new(options.Coordinates?.Origin ?? decided.Origin, options.Coordinates?.Edges ?? decided.Edges);
    }

    static VocEvidence Collect(SourceFile[] sample, int threads, CompanionFiles companions)
    {
        var collected = new VocEvidence();
        OrderedWork<(VocEvidence Evidence, List<(string Path, string Why)> Unreadable)>.Run(
            (sample.Length + SampleBatch - 1) / SampleBatch,
            threads,
            ahead: sample.Length,
            batch =>
            {
                var evidence = new VocEvidence();
                var unreadable = new List<(string, string)>();
                foreach (
                    var source in sample.AsSpan(batch * SampleBatch)[
                        ..Math.Min(SampleBatch, sample.Length - batch * SampleBatch)
                    ]
                )
                    try
                    {
                        evidence.Add(source.Load(CancellationToken.None).From(0));
                    }
                    catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
                    {
                        unreadable.Add((source.Path, e.Message));
                    }

                return (evidence, unreadable);
            },
            part =>
            {
                collected.Add(part.Evidence);
                foreach (var (path, why) in part.Unreadable)
                    companions.ReportUnreadable(path, why);
                return true;
            }
        );
        return collected;
    }

    static IEnumerable<SourceFile> Sample(string folder, IEnumerable<SourceFile> sources, CompanionFiles companions)
    {
        var first = FirstFiles.Of(companions.FilesIn(folder, "*.xml"), SampleSize);
        return first.Count > 0 ? first.Select(PackedFile.SourceAt) : sources.Take(SampleSize);
    }
}
