using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;
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

    public Dataset Read(string path) => Read(PipedInput.Of(path), null);

    /// <summary>Results of a model that found nothing are an empty list, which no format could be told by.</summary>
    public Dataset ReadPredictions(string path)
    {
        var input = PipedInput.Of(path);
        return Read(input, IsEmptyList(input) ? AnnotationFormats.Find(EmptyListFormat) : null);
    }

    Dataset Read(ReadInput input, IAnnotationFormat? format)
    {
        var path = input.Path;
        var file = new FileInfo(path);
        Dataset dataset;
        using (var progress = new ProgressLine(context.Terminal))
            dataset = DatasetReader.Read(
                [input],
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
                throw CommandFailure.Unreadable(UnreadFiles.Text(dataset, problem, path));
        return dataset;
    }

    static bool IsEmptyList(ReadInput input)
    {
        var file = new FileInfo(input.Path);
        var text =
            input.Text is { } piped
                ? (piped.Bytes.Length <= LongestEmptyList ? Encoding.UTF8.GetString(piped.Bytes.From(0)) : "")
            : file is { Exists: true, Length: <= LongestEmptyList } && !SpecialFile.Is(input.Path)
                ? File.ReadAllText(input.Path)
            : "";
        return string.Concat(text.Where(character => !char.IsWhiteSpace(character))) == "[]";
    }
}
