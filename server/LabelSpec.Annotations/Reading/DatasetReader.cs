using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Reading;

/// <summary>
/// Reads any mixture of files, folders, globs and editor buffers into one <see cref="Dataset"/>. What cannot be read is a
/// problem of the data set, never an exception.
/// </summary>
public static class DatasetReader
{
    /// <summary>After so many files of one folder and extension agree on a format, the rest is taken to be of it too.</summary>
    const int EnoughToAgree = 16;

    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static Dataset Read(
        IEnumerable<string> paths,
        ReadOptions? options = null,
        IProgress<long>? progress = null,
        CancellationToken cancellation = default
    ) => Read(paths.Select(path => new ReadInput(path)), options, progress, cancellation);

    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public static Dataset Read(
        IEnumerable<ReadInput> inputs,
        ReadOptions? options = null,
        IProgress<long>? progress = null,
        CancellationToken cancellation = default
    )
    {
        options ??= ReadOptions.Default;
        var builder = new DatasetBuilder();
        var found = InputExpander.Expand(
            inputs,
            (path, kind, message) => Report(builder, path, kind, message),
            builder.Listings
        );

        var byFormat = Detect(builder, found, options, cancellation);
        if (byFormat.Count == 0 && builder.Problems.IsEmpty)
            builder.Problems.Report(
                FileProblems.NothingFound,
                SourceSpan.None,
                "No annotation files were found in the given folders" + HintAtArchives(found)
            );
        foreach (var ((format, formatOptions), files) in byFormat)
            format.Read(
                new ReadRequest([.. files], formatOptions) { Cancellation = cancellation, Progress = progress },
                builder
            );
        if (options.Hashes && options.Threads > 1)
            HashBigOnes(builder.Files);
        if (options.Project is { } project)
            builder.Assign(new Provenance(project, builder.Files));
        return builder.Build();
    }

    /// <summary>
    /// The files on disk that inputs stand for, in the order in which they are read; an archive stands for what lies in it.
    /// </summary>
    public static IReadOnlyList<string> FilesOf(IEnumerable<ReadInput> inputs) =>
        [
            .. InputExpander
                .Expand(inputs, static (_, _, _) => { })
                .Select(found => found.Entry?.ArchivePath ?? found.Path)
                .Distinct(),
        ];

    /// <summary>Assigns each file its format, and adds those that have one to the builder.</summary>
    static List<KeyValuePair<(IAnnotationFormat Format, ReadOptions Options), List<int>>> Detect(
        DatasetBuilder builder,
        IReadOnlyList<FoundFile> found,
        ReadOptions options,
        CancellationToken cancellation
    )
    {
        var optionsOf = new FileOptions(options);
        var byFormat = new OrderedDictionary<(IAnnotationFormat, ReadOptions), List<int>>();
        var agreed = new AgreedFormats();
        var lastResort = new List<(FoundFile File, IAnnotationFormat Format, ReadOptions Options)>();
        var folder = "";
        var extension = "";
        (IAnnotationFormat Format, ReadOptions Options, List<int> Files)? last = null;
        foreach (var candidate in found)
        {
            cancellation.ThrowIfCancellationRequested();
            var fileOptions = optionsOf.Of(candidate.Path);
            folder = FolderOf(candidate.Path, folder);
            if (!Path.GetExtension(candidate.Path.AsSpan()).SequenceEqual(extension))
                extension = Path.GetExtension(candidate.Path).ToLowerInvariant();
            var agreement = agreed.Of(folder, extension, fileOptions.Format);
            var format = agreement.Format;
            string? unreadable = null;
            if (fileOptions.Format is not null && candidate.IsNamed)
                format = fileOptions.Format;
            else if (agreement.Files < EnoughToAgree || candidate.IsNamed)
            {
                var detected = FormatDetector.Detect(
                    candidate,
                    fileOptions.Format is { } declared ? [declared] : AnnotationFormats.All,
                    out unreadable
                );
                if (unreadable is not null && !candidate.IsNamed)
                    Report(
                        builder,
                        candidate.Path,
                        FileProblems.Unreadable,
                        $"The file cannot be read, so that nobody knows what is in it: {unreadable}."
                    );
                agreement.Add(detected);
                format = detected;
            }

            if (format is null)
            {
                if (candidate.IsNamed)
                    ReportUnknown(builder, candidate, unreadable, cancellation);
                continue;
            }
            if (format.IsLastResort && fileOptions.Format is null && !candidate.IsNamed)
                lastResort.Add((candidate, format, fileOptions));
            else
                Add(candidate, format, fileOptions);
        }
        if (byFormat.Count == 0 && lastResort.Count > 0)
        {
            // Of several such formats the one that is registered first.
            var best = lastResort.Min(file => AnnotationFormats.All.IndexOf(file.Format));
            foreach (var (candidate, format, fileOptions) in lastResort)
                if (AnnotationFormats.All.IndexOf(format) == best)
                    Add(candidate, format, fileOptions);
        }
        return [.. byFormat];

        void Add(FoundFile candidate, IAnnotationFormat format, ReadOptions fileOptions)
        {
            var source = SourceOf(candidate);
            source.Format = format;
            source.ImageRoot = fileOptions.ImageRoot;
            source.IsHashedWhenRead = options.Hashes;
            if (format.ReadsPieces)
                source.SmallestStreamed = fileOptions.Streams
                    ? fileOptions.Sizes.SmallestStreamed
                    : SourceBytes.LargestArray + 1;
            if (last is not { } same || same.Format != format || !ReferenceEquals(same.Options, fileOptions))
            {
                if (!byFormat.TryGetValue((format, fileOptions), out var list))
                    byFormat.Add((format, fileOptions), list = []);
                last = same = (format, fileOptions, list);
            }

            same.Files.Add(builder.AddFile(source));
        }
    }

    static string HintAtArchives(IReadOnlyList<FoundFile> found) =>
        found.FirstOrDefault(file => ZipSource.IsZip(file.Path)).Path is { } archive
            ? $"; archives that lie in them, such as {archive}, are not opened: unpack them, or name each as an input."
            : ".";

    /// <summary>
    /// Hashes what is not held in memory beside whatever comes next: one after the other, as hashing is bound to the order of bytes.
    /// </summary>
    static void HashBigOnes(IReadOnlyList<SourceFile> files)
    {
        SourceFile[] big = [.. files.Where(file => file.IsStreamed)];
        if (big.Length > 0)
            _ = Task.Run(() =>
            {
                foreach (var file in big)
                    _ = file.Sha256;
            });
    }

    /// <summary>The folder of a file, as the same text for all files of it that come one after another.</summary>
    static string FolderOf(string path, string last)
    {
        // Most paths differ from the last one behind the last slash only.
        if (
            path.LastIndexOf(Path.DirectorySeparatorChar) == last.Length
            && last.Length > 2
            && path.StartsWith(last, StringComparison.Ordinal)
        )
            return last;
        var folder = Path.GetDirectoryName(path.AsSpan());
        return folder.SequenceEqual(last) ? last : folder.ToString();
    }

    static SourceFile SourceOf(FoundFile file) =>
        file.Entry is { } entry ? SourceFile.InArchive(file.Path, entry)
        : file.Text is not null ? SourceFile.FromBuffer(file.Path, file.Text, file.Memory)
        : file.IsNamed ? SourceFile.OnDisk(file.Path, file.FullPath)
        : SourceFile.InFolder(file.Path, file.FullPath, file.IsRegular);

    static void ReportUnknown(
        DatasetBuilder builder,
        FoundFile candidate,
        string? undecided,
        CancellationToken cancellation
    )
    {
        var file = builder.AddFile(SourceOf(candidate));
        // Something plainer may be wrong with it: it is empty, a web page, a Git LFS pointer …
        if (!SourceCheck.TryLoad(builder.Files[file], file, builder.Problems, cancellation, out var bytes))
            return;
        var name = Path.GetFileName(candidate.Path);
        if (undecided is null && SyntaxBreak.Find(bytes.Slice(0, int.MaxValue)) is var (language, start))
            builder.Problems.Report(
                FileProblems.UnknownFormat,
                new SourceSpan(file, start, start < bytes.Length ? 1 : 0),
                $"The {language} of {name} breaks here, and what can be read of it is in none of the formats that are known here. "
                    + "Correct the place; where the format is declared, the file is read as far as it goes."
            );
        else
            builder.Problems.Report(
                FileProblems.UnknownFormat,
                new SourceSpan(file, 0, 0),
                $"{name} is in none of the formats that are known here "
                    + $"({string.Join(", ", AnnotationFormats.All.Select(format => format.Id))}); "
                    + (undecided is null ? "" : $"as far as can be told, since {undecided}; ")
                    + "declare its format if it is one of them."
            );
    }

    static void Report(DatasetBuilder builder, string path, ProblemKind kind, string message)
    {
        // Nothing of it is read, so that a pipe is not waited for.
        var file = builder.AddFile(SourceFile.InFolder(path));
        builder.Problems.Report(kind, new SourceSpan(file, 0, 0), message);
    }
}
