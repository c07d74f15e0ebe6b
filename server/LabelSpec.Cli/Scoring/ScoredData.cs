using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Cli.Checking;
using LabelSpec.Cli.Running;

namespace LabelSpec.Cli.Scoring;

/// <summary>
/// Reads what is to be scored. Half a file would give a number that looks like any other, so that a file that cannot be
/// read to its end ends the command.
/// </summary>
sealed class ScoredData(CommandContext context, int threads)
{
    const string EmptyListFormat = "coco";

    // More blanks than this stand in no list of nothing.
    const int LongestEmptyList = 64;

    readonly Projects projects = new();

    public Dataset Read(string path) => Read(path, null);

    /// <summary>Results of a model that found nothing are an empty list, which no format could be told by.</summary>
    public Dataset ReadPredictions(string path) =>
        Read(path, IsEmptyList(path) ? AnnotationFormats.Find(EmptyListFormat) : null);

    Dataset Read(string path, IAnnotationFormat? format)
    {
        var file = new FileInfo(path);
        Dataset dataset;
        using (var progress = new ProgressLine(context.Terminal))
            dataset = DatasetReader.Read(
                [new ReadInput(path)],
                new ReadOptions
                {
                    Format = format,
                    Project = projects.For(path),
                    Threads = threads,
                },
                progress.Bytes($"reading {Path.GetFileName(path)}", file.Exists ? file.Length : 0),
                context.Cancellation
            );
        foreach (var problem in dataset.Problems)
            if (problem.Kind.IsUnread)
                throw CommandFailure.Unreadable(
                    problem.Span.IsNone
                        ? $"{path}: {problem.Message}"
                        : $"{DisplayPath.Of(dataset.Files[problem.Span.File].Path)}:{dataset.PositionOf(problem.Span)}: "
                            + $"error[{problem.Code}] {problem.Message}"
                );
        return dataset;
    }

    static bool IsEmptyList(string path) =>
        new FileInfo(path) is { Exists: true, Length: <= LongestEmptyList }
        && File.ReadAllText(path) is var text
        && string.Concat(text.Where(character => !char.IsWhiteSpace(character))) == "[]";
}
