using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Writing;
using LabelSpec.Cli.Checking;
using LabelSpec.Cli.Running;
using LabelSpec.Reports;

namespace LabelSpec.Cli.Converting;

/// <summary>One run of <c>labelspec convert</c>: read, say what is lost, write.</summary>
sealed class ConvertRun(CommandContext context, IFormatWriter writer)
{
    /// <summary>Says how the process should end: with findings where something would be lost that nobody allowed.</summary>
    public int Run(string input, string output, bool allowsLoss, bool isDryRun)
    {
        var dataset = Read(input);
        RequirePixels(dataset);
        var losses = LossReport.Of(dataset, writer.Capacity);
        var error = context.Terminal.Error;
        foreach (var loss in losses)
            error.WriteLine($"{writer.Title} has no place for {loss.What}: {loss.Count}, such as {loss.Example}");
        if (isDryRun)
            return losses.IsEmpty ? ExitCode.Clean : ExitCode.Findings;
        if (!losses.IsEmpty && !allowsLoss)
        {
            error.WriteLine("nothing is written; --allow-loss writes what the format can hold");
            return ExitCode.Findings;
        }

        var data = new WrittenData(dataset, writer.Capacity);
        var files = Write(data, output);
        error.WriteLine(
            $"{Count.Of(files, "file")} with {Count.Of(data.Images.Length, "image")} and "
                + $"{Count.Of(data.Images.Sum(image => (long)image.Annotations.Length), "annotation")} in {output}"
        );
        return ExitCode.Clean;
    }

    static Dataset Read(string input)
    {
        // What the project declares about coordinates goes before what the files look like.
        var dataset = DatasetReader.Read(
            [PipedInput.Of(input)],
            new ReadOptions { Project = new Projects().For(input) }
        );
        var unread = dataset.Problems.FirstOrDefault(problem => problem.Kind.IsUnread);
        return unread is null
            ? dataset
            : throw CommandFailure.Unreadable(
                $"{(unread.Span.IsNone ? input : dataset.Files[unread.Span.File].Path)}: {unread.Message}"
            );
    }

    // Shares of a size that nobody knows are no pixels.
    void RequirePixels(Dataset dataset)
    {
        if (writer.Capacity.Shares)
            return;
        for (var row = 0; row < dataset.Annotations.Count; row++)
            if (
                dataset.Annotations.Images[row] is >= 0 and var image
                && dataset.Images.Units[image] == CoordinateUnit.Normalized
                && dataset.Annotations.Boxes[row].IsFinite
            )
            {
                var span = dataset.Images.SpanOf(image);
                var place = $"{dataset.Files[span.File].Path}:{dataset.PositionOf(span).Line}";
                throw CommandFailure.Usage(
                    $"the size of the image at {place} is not known, and {writer.Title} needs pixels; put the pictures where the "
                        + "labels look for them"
                );
            }
    }

    int Write(WrittenData data, string output)
    {
        if (File.Exists(output) || (Directory.Exists(output) && Directory.EnumerateFileSystemEntries(output).Any()))
            throw CommandFailure.Usage($"{output} exists already; convert never writes over data");
        try
        {
            using var files = new NewFiles(output, writer.Extension is not null);
            writer.Write(data, files);
            return files.Finish();
        }
        catch (InvalidDataException e)
        {
            throw CommandFailure.Usage(e.Message);
        }
    }
}
