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
    readonly Projects projects = new();

    public Dataset Read(string path)
    {
        var file = new FileInfo(path);
        Dataset dataset;
        using (var progress = new ProgressLine(context.Terminal))
            dataset = DatasetReader.Read(
                [new ReadInput(path)],
                new ReadOptions { Project = projects.For(path), Threads = threads },
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
}
