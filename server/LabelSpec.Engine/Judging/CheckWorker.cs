using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Checks.Crossing;
using LabelSpec.Engine.Checks.Tracks;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Judging;

/// <summary>The checks with the log and buffers of one thread.</summary>
sealed class CheckWorker
{
    readonly Dataset dataset;
    readonly ShapeView view;
    readonly List<(ColumnCheck Check, CheckReport Report)> columnChecks = [];
    readonly (ShapeCheck Check, AnnotationFlags Needs, CheckReport Report)[] shapeChecks;
    readonly List<(ImageCheck Check, CheckReport Report)> imageChecks = [];
    readonly List<(TrackCheck Check, CheckReport Report)> trackChecks = [];
    readonly List<(DatasetCheck Check, CheckReport Report)> datasetChecks = [];
    readonly Lazy<TrackView> tracks;
    readonly OverlapSearch overlaps;

    public CheckWorker(CheckContext context, IReadOnlyList<CheckRun> runs, int firstSource, int sources)
    {
        dataset = context.Dataset;
        tracks = new(() => new TrackView(dataset, context.Facts.Tracks));
        view = new(dataset);
        Log = new(sources);
        var shapes = new List<(ShapeCheck, AnnotationFlags, CheckReport)>();
        var copies = new List<(ExactDuplicate, CheckReport)>();
        var pairs = new List<(PairCheck, CheckReport)>();
        for (var i = 0; i < runs.Count; i++)
        {
            var report = new CheckReport(Log, firstSource + i, runs[i], dataset);
            switch (runs[i].Check)
            {
                case ColumnCheck check:
                    columnChecks.Add((check, report));
                    break;
                case ShapeCheck check:
                    shapes.Add((check, check.Needs, report));
                    break;
                case ImageCheck check:
                    imageChecks.Add((check, report));
                    break;
                case ExactDuplicate check:
                    copies.Add((check, report));
                    break;
                case PairCheck check:
                    pairs.Add((check, report));
                    break;
                case TrackCheck check:
                    trackChecks.Add((check, report));
                    break;
                case DatasetCheck check:
                    datasetChecks.Add((check, report));
                    break;
                default:
                    throw new ArgumentException($"{runs[i].Check.Rule} is of no known kind.", nameof(runs));
            }
        }

        shapeChecks = [.. shapes];
        overlaps = new(dataset, copies, pairs);
    }

    public ViolationLog Log { get; }

    public void JudgeRows(int first, int end)
    {
        foreach (var (check, report) in columnChecks)
            check.Judge(first, end, report);
        if (shapeChecks.Length == 0)
            return;
        var flags = dataset.Annotations.Flags;
        for (var row = first; row < end; row++)
        {
            view.MoveTo(row);
            var has = flags[row];
            foreach (ref readonly var entry in shapeChecks.AsSpan())
                if ((has & entry.Needs) == entry.Needs)
                    entry.Check.Judge(view, entry.Report);
        }
    }

    public void JudgeImages(int first, int end)
    {
        for (var image = first; image < end; image++)
        {
            var annotations = dataset.Annotations.OfImage(image);
            foreach (var (check, report) in imageChecks)
                check.Judge(image, annotations, report);
            overlaps.Judge(annotations);
        }
    }

    public void JudgeTracks(int first, int end)
    {
        for (var track = first; track < end; track++)
        {
            tracks.Value.MoveTo(track);
            foreach (var (check, report) in trackChecks)
                check.Judge(tracks.Value, report);
        }
    }

    /// <summary>How many checks judge the data as a whole.</summary>
    public int DatasetChecks => datasetChecks.Count;

    /// <summary>Judges the data as a whole by one of the checks, on several threads where it can be divided.</summary>
    public void JudgeDataset(int check, ParallelOptions options) =>
        datasetChecks[check].Check.Judge(datasetChecks[check].Report, options);
}
