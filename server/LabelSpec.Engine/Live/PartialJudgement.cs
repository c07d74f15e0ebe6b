using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Model.Changes;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Judging;
using LabelSpec.Engine.Rules;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Live;

/// <summary>
/// Judges a later version of data by means of the verdicts on an earlier one. Counts of what is not true any more are found by
/// judging the touched images of the earlier version once more, so that no counts need to be kept for each image.
/// </summary>
sealed class PartialJudgement
{
    readonly AnalysisRun before;
    readonly AnalysisRun after;
    readonly ViolationLog earlier;
    readonly DatasetChanges changes;
    readonly AnalysisRequest request;
    readonly TouchedImages touched;
    readonly bool[] stays;

    PartialJudgement(
        AnalysisRun before,
        ViolationLog earlier,
        AnalysisRun after,
        DatasetChanges changes,
        AnalysisRequest request
    )
    {
        (this.before, this.earlier, this.after) = (before, earlier, after);
        (this.changes, this.request) = (changes, request);
        touched = new TouchedImages(before.Dataset, after.Dataset, changes);
        var areImagesSame = changes.OldImages.IsEmpty && changes.NewImages.IsEmpty;
        stays = new bool[after.RuleCount + after.Checks.Count];
        for (var run = 0; run < after.Checks.Count; run++)
            stays[after.RuleCount + run] =
                areImagesSame && after.Checks[run].Check is DatasetCheck { IsAboutImagesAlone: true };
    }

    /// <summary>The log of the later version; null where all of it has to be judged.</summary>
    public static ViolationLog? Judge(
        AnalysisRun before,
        ViolationLog earlier,
        AnalysisRun after,
        DatasetChanges changes,
        AnalysisRequest request
    ) => AreAlike(before, after) ? new PartialJudgement(before, earlier, after, changes, request).Judge() : null;

    static bool AreAlike(AnalysisRun before, AnalysisRun after) =>
        before.RuleCount == after.RuleCount
        && before.Checks.Count == after.Checks.Count
        && before
            .Checks.Zip(after.Checks)
            .All(pair =>
                pair.First.Check.Info == pair.Second.Check.Info
                // What is tuned for some classes speaks of categories by their numbers.
                && (pair.First.Categories ?? []).SequenceEqual(pair.Second.Categories ?? [])
                && pair.First.Check.Circumstances.SequenceEqual(pair.Second.Check.Circumstances)
            );

    ViolationLog Judge()
    {
        var log = new ViolationLog(after.Sources.Length);
        var takes = new bool[after.RuleCount + after.Checks.Count];
        for (var run = 0; run < after.Checks.Count; run++)
            takes[after.RuleCount + run] =
                stays[after.RuleCount + run] || after.Checks[run].Check is not (DatasetCheck or TrackCheck);

        var gone = Checked(before, touched.OldRows, touched.OldImages, isWhole: false);
        log.Add(Checked(after, touched.NewRows, touched.NewImages, isWhole: true));
        JudgeDataset(log);
        if (after.Rules is { } rules)
            JudgeRules(rules, takes, log, gone);
        log.TakeOver(earlier, gone, takes, Move);
        after.ReportProblems(log);
        return log;
    }

    static ViolationLog Checked(AnalysisRun run, List<int> rows, List<int> images, bool isWhole)
    {
        var worker = new CheckWorker(run.Context, run.Checks, firstSource: run.RuleCount, run.Sources.Length);
        foreach (var row in rows)
            worker.JudgeRows(row, row + 1);
        foreach (var image in images)
            worker.JudgeImages(image, image + 1);
        // An edit of one frame may change a track's usual steps.
        if (isWhole)
            worker.JudgeTracks(0, run.Dataset.Tracks.Count);

        return worker.Log;
    }

    void JudgeDataset(ViolationLog log)
    {
        var rows = touched.HaveTheirNumbers ? touched.RowsInBlocks(request.RowsKeptTogether) : null;
        for (var run = 0; run < after.Checks.Count; run++)
        {
            if (stays[after.RuleCount + run] || after.Checks[run].Check is not DatasetCheck check)
                continue;
            request.Cancellation.ThrowIfCancellationRequested();
            var report = new CheckReport(log, after.RuleCount + run, after.Checks[run], after.Dataset);
            if (rows is null)
                check.Judge(report);
            else
                check.JudgeAfter((DatasetCheck)before.Checks[run].Check, rows, report);
        }
    }

    void JudgeRules(RuleSet rules, bool[] takes, ViolationLog log, ViolationLog gone)
    {
        var runner = new RuleRunner(rules, after.Sources.Length);
        if (SpanImages(before.Dataset) || SpanImages(after.Dataset))
        {
            log.Add(runner.Run(request.Threads, null, request.Cancellation));
            return;
        }

        runner.Prepare(request.Threads, request.Cancellation);
        if (!rules.Program.Globals.SequenceEqual(before.Rules!.Program.Globals))
        {
            log.Add(runner.Run(request.Threads, null, request.Cancellation));
            return;
        }

        var wholes = rules.Program.Datasets.Select(rule => rule.Source).ToHashSet();
        for (var rule = 0; rule < after.RuleCount; rule++)
            takes[rule] = !wholes.Contains(rule);
        gone.Add(new RuleRunner(before.Rules, before.Sources.Length).JudgeImages(touched.OldImages));
        log.Add(runner.JudgeImages(touched.NewImages));
        log.Add(runner.JudgeDataset());
    }

    // Rules about tracks and about neighbours in a video see more than one image.
    static bool SpanImages(Dataset dataset) => dataset.Tracks.Count > 0 || dataset.Images.SequenceNames.Length > 0;

    Violation? Move(Violation violation)
    {
        if (stays[violation.Source])
            return violation;
        switch (violation.Kind)
        {
            case SubjectKind.Annotation when !touched.IsOldRow(violation.Subject):
                return violation with
                {
                    Subject = changes.Annotations.NewOf(violation.Subject),
                    Other = violation.Other < 0 ? -1 : changes.Annotations.NewOf(violation.Other),
                };
            case SubjectKind.Image when !touched.IsOldImage(violation.Subject):
                return violation with { Subject = changes.Images.NewOf(violation.Subject) };
            default:
                return null;
        }
    }
}
