using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Model.Changes;
using LabelSpec.Engine.Judging;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Live;

/// <summary>
/// The analysis of data that is being edited. After an edit, only the images that it touches are judged again, and what is judged
/// about the data as a whole; verdicts on other images are taken over. The result is that of <see cref="Analysis.Run"/>.
/// Immutable.
/// </summary>
public sealed class LiveAnalysis
{
    readonly AnalysisRequest request;
    readonly AnalysisRun run;
    readonly ViolationLog log;

    LiveAnalysis(AnalysisRequest request, AnalysisRun run, ViolationLog log, bool isPartial)
    {
        (this.request, this.run, this.log, IsPartial) = (request, run, log, isPartial);
        Result = run.Finish(log, keepsOrder: true);
    }

    public AnalysisResult Result { get; }

    /// <summary>The data that was judged.</summary>
    public Dataset Dataset => request.Dataset;

    /// <summary>Whether verdicts of an earlier version were taken over.</summary>
    public bool IsPartial { get; }

    /// <summary>Judges everything.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public static LiveAnalysis Of(AnalysisRequest request) => Whole(request, new AnalysisRun(request));

    /// <summary>Judges a later version of the data; as much as is needed.</summary>
    /// <exception cref="OperationCanceledException">The request was cancelled.</exception>
    public LiveAnalysis After(AnalysisRequest next)
    {
        var isSameQuestion =
            ReferenceEquals(request.Guideline, next.Guideline)
            && ReferenceEquals(request.Project, next.Project)
            && ReferenceEquals(request.Settings, next.Settings)
            && ReferenceEquals(request.Pictures, next.Pictures);
        var nextRun = new AnalysisRun(next);
        return
            isSameQuestion
            && DatasetChanges.Between(request.Dataset, next.Dataset) is { } changes
            && PartialJudgement.Judge(run, log, nextRun, changes, next) is { } taken
            ? new LiveAnalysis(next, nextRun, taken, isPartial: true)
            : Whole(next, nextRun);
    }

    static LiveAnalysis Whole(AnalysisRequest request, AnalysisRun run) =>
        new(request, run, run.Judge().Log, isPartial: false);
}
