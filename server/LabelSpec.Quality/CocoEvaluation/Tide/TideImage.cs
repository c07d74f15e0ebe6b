using System.Collections.Immutable;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>Judges the detections of one image (tidecv, <c>quantify.py</c>): right, neutral, or wrong in which way.</summary>
sealed class TideImage(CocoInput input, TideSettings settings, int[] detections, int[] truths)
{
    readonly double[] overlaps = Measure(input, detections, truths);
    readonly bool[] isFound = new bool[truths.Length];
    readonly int[] foundBy = new int[detections.Length];

    readonly List<TideDetection> verdicts = [];

    /// <summary>Detections stand in the order of their scores; neutral ones are left out.</summary>
    public TideVerdict Judge(long image)
    {
        MatchByScore();
        for (var d = 0; d < detections.Length; d++)
        {
            if (foundBy[d] >= 0)
                Add(d, null, -1);
            else if (!IsNeutral(d))
                AddError(d);
        }

        int[] asked = [.. truths.Where(row => !input.Truths.IsIgnored[row])];
        int[] notFound = [.. truths.Where((row, g) => !isFound[g] && !input.Truths.IsIgnored[row])];
        int[] missed = [.. notFound.Where(row => !verdicts.Exists(detection => detection.Target == row))];
        return new()
        {
            Image = image,
            Detections = [.. verdicts],
            Asked = CategoriesOf(asked),
            NotFound = CategoriesOf(notFound),
            MissedRows = [.. missed],
            Missed = CategoriesOf(missed),
        };
    }

    ImmutableArray<int> CategoriesOf(int[] rows) => [.. rows.Select(row => input.Truths.Categories[row])];

    void MatchByScore()
    {
        for (var d = 0; d < detections.Length; d++)
        {
            foundBy[d] = Best(d, g => IsSameCategory(d, g) && !isFound[g], out var overlap);
            if (foundBy[d] >= 0 && overlap >= settings.Foreground)
                isFound[foundBy[d]] = true;
            else
                foundBy[d] = -1;
        }
    }

    bool IsNeutral(int d)
    {
        for (var g = 0; g < truths.Length; g++)
            if (
                input.Truths.IsIgnored[truths[g]]
                && input.Truths.Categories[truths[g]] == input.Detections.Categories[detections[d]]
                && Overlap(d, g) > settings.Foreground
            )
                return true;
        return false;
    }

    void AddError(int d)
    {
        var same = Best(d, g => IsSameCategory(d, g), out var sameOverlap);
        if (same >= 0 && sameOverlap >= settings.Background && sameOverlap <= settings.Foreground)
        {
            Add(d, TideErrorKind.Localization, same);
            return;
        }

        var other = Best(d, g => !IsSameCategory(d, g), out var otherOverlap);
        if (other >= 0 && otherOverlap >= settings.Foreground)
            Add(d, TideErrorKind.Classification, other);
        else if (same >= 0 && sameOverlap >= settings.Foreground)
            Add(d, TideErrorKind.Duplicate, -1);
        else if (Math.Max(sameOverlap, otherOverlap) <= settings.Background)
            Add(d, TideErrorKind.Background, -1);
        else
            Add(d, TideErrorKind.Both, -1);
    }

    // Detections come by score, so the first error that means a free object is the one that an oracle puts right.
    void Add(int d, TideErrorKind? error, int target)
    {
        var row = detections[d];
        var targetRow = target < 0 ? -1 : truths[target];
        var isFixable =
            target >= 0
            && !isFound[target]
            && !verdicts.Exists(earlier => earlier.IsFixable && earlier.Target == targetRow);
        verdicts.Add(
            new(
                row,
                input.Detections.Categories[row],
                input.Detections.Scores[row],
                error,
                targetRow,
                targetRow < 0 ? -1 : input.Truths.Categories[targetRow],
                isFixable
            )
        );
    }

    int Best(int d, Func<int, bool> isCandidate, out double overlap)
    {
        var best = -1;
        overlap = 0;
        for (var g = 0; g < truths.Length; g++)
        {
            if (input.Truths.IsIgnored[truths[g]] || !isCandidate(g) || !(Overlap(d, g) > overlap))
                continue;
            best = g;
            overlap = Overlap(d, g);
        }

        return best;
    }

    bool IsSameCategory(int d, int g) =>
        input.Detections.Categories[detections[d]] == input.Truths.Categories[truths[g]];

    double Overlap(int d, int g) => overlaps[d * truths.Length + g];

    static double[] Measure(CocoInput input, int[] detections, int[] truths)
    {
        var overlaps = new double[detections.Length * truths.Length];
        input.Similarity.Measure(detections, truths, overlaps, new double[detections.Length]);
        return overlaps;
    }
}
