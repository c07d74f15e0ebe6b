using LabelSpec.Engine.Rules.Data;
using LabelSpec.Engine.Rules.Pairs;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Rules.Judging;

/// <summary>The rules with the frame and log of one thread.</summary>
sealed class RuleWorker(RuleProgram program, double[] globals, ViolationLog log, bool lookAtAllPairs)
{
    readonly JudgedData data = program.Data;
    readonly PairJudge pairs = new(program.Data, lookAtAllPairs);
    readonly List<int> groups = [];

    public Frame Frame { get; } = NewFrame(program, globals, lookAtAllPairs);

    public ViolationLog Log => log;

    static Frame NewFrame(RuleProgram program, double[] globals, bool looksAtAll)
    {
        var frame = program.NewFrame(globals);
        frame.Rows.LooksAtAll = looksAtAll;
        return frame;
    }

    public void JudgeImage(int image)
    {
        Frame.Enter(image);
        JudgeAnnotations(image);
        foreach (var rule in program.Pairs)
            pairs.Judge(rule, Frame, Log);
        if (program.Groups.Count > 0)
            JudgeGroups(image);
        foreach (var rule in program.Images)
            Leave(rule, Violation.OfImage(image));
    }

    public void JudgeTrack(int track)
    {
        foreach (var rule in program.Tracks)
            JudgeTrack(rule, track);
        if (program.Steps.Count > 0)
            JudgeSteps(track);
    }

    public void JudgeDataset()
    {
        foreach (var rule in program.Datasets)
            Leave(rule, Violation.OfDataset());
    }

    void JudgeAnnotations(int image)
    {
        var categories = data.Annotations.Categories;
        foreach (var row in data.Annotations.OfImage(image))
        {
            var rules = program.EachOfCategory[categories[row] + 1];
            if (rules.Length == 0 || !IsJudged(row))
                continue;
            foreach (ref readonly var rule in rules.AsSpan())
            {
                Frame.Slots[rule.Slot] = row;
                Leave(rule.Rule, Violation.OfAnnotation(row));
            }
        }
    }

    void JudgeGroups(int image)
    {
        groups.Clear();
        foreach (var row in data.Annotations.OfImage(image))
            if (data.Annotations.Groups[row] is >= 0 and var group && data.IsSeen(row) && !IsAmong(groups, group))
                groups.Add(row);
        foreach (var rule in program.Groups)
        foreach (var first in groups)
        {
            if (!HasJudged(image, first, rule.Set))
                continue;
            Frame.Slots[rule.Slot] = first;
            Leave(rule.Rule, Violation.OfAnnotation(first));
        }
    }

    bool IsAmong(List<int> rows, int group)
    {
        foreach (var row in rows)
            if (data.Annotations.Groups[row] == group)
                return true;
        return false;
    }

    // Whether the group has an annotation of the rule's classes that is judged.
    bool HasJudged(int image, int first, int set)
    {
        foreach (var row in data.Annotations.OfImage(image))
            if (
                data.Annotations.Groups[row] == data.Annotations.Groups[first]
                && program.Members[set][data.Annotations.Categories[row] + 1]
                && IsJudged(row)
            )
                return true;
        return false;
    }

    void JudgeTrack(UnaryRule rule, int track)
    {
        foreach (var row in data.Tracks.RowsOf(track))
        {
            if (!program.Members[rule.Set][data.Annotations.Categories[row] + 1] || !IsJudged(row))
                continue;
            Frame.Enter(data.Annotations.Images[row]);
            Frame.Slots[rule.Slot] = track;
            Leave(rule.Rule, new Violation { Kind = SubjectKind.Track, Subject = track });
            return;
        }
    }

    void JudgeSteps(int track)
    {
        var previous = -1;
        foreach (var row in data.Tracks.RowsOf(track))
        {
            // Out of sight, the object may go anywhere: what follows is no step.
            if (!data.IsSeen(row))
            {
                previous = -1;
                continue;
            }
            if (previous >= 0 && !data.IsIgnored(previous) && !data.IsIgnored(row))
                JudgeStep(previous, row);
            previous = row;
        }
    }

    void JudgeStep(int from, int to)
    {
        var categories = data.Annotations.Categories;
        foreach (var rule in program.Steps)
        {
            if (
                !program.Members[rule.From.Set][categories[from] + 1]
                || !program.Members[rule.To.Set][categories[to] + 1]
            )
                continue;
            if (data.Annotations.Images[from] >= 0)
                Frame.Enter(data.Annotations.Images[from]);
            Frame.Slots[rule.From.Slot] = from;
            Frame.Slots[rule.To.Slot] = to;
            Leave(rule.Rule, Violation.OfPair(from, to));
        }
    }

    bool IsJudged(int row) => data.IsSeen(row) && !data.IsIgnored(row);

    void Leave(CompiledRule rule, in Violation violation)
    {
        switch (rule.Judge(Frame))
        {
            case RuleOutcome.Satisfied:
                Log.Satisfied(rule.Source);
                break;
            case RuleOutcome.Undecidable:
                Log.Undecidable(rule.Source, violation);
                break;
            case RuleOutcome.Violated:
                Log.Violated(rule.Source, violation);
                break;
        }
    }
}
