using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Checks;
using LabelSpec.Engine.Checks.Crossing;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Judging;

/// <summary>
/// Finds for each annotation of an image an earlier one that it repeats, where there is one. An annotation is compared with those of
/// its own place first, of which the boxes agree for certain; only one that repeats none of them is compared with places around. What
/// opens a place may therefore cost a look at all around it, but opening boxes lie apart, and all others cost little: the search is
/// linear in the annotations even where all lie at one place. What stays superlinear: shapes that differ although their boxes do not,
/// as each has to be compared with the others before it; and, between categories, boxes just below the limit.
/// </summary>
sealed class RepeatSearch(Dataset dataset, PairCheck check, CheckReport report)
{
    readonly Dictionary<WorkKey, Work> works = [];
    readonly List<int> near = [];

    long compared;

    /// <summary>How many boxes and categories of the image judged last were compared; what the cost is measured by.</summary>
    public long Comparisons =>
        compared + works.Values.Sum(work => work.Places.Comparisons + work.Members.Sum(place => place.Looks));

    public PairCheck Check => check;

    /// <summary>Searches among annotations of an image that are in file order.</summary>
    public void Judge(ReadOnlySpan<int> rows)
    {
        works.Clear();
        compared = 0;
        foreach (var row in rows)
        {
            if (!check.TakesPart(row))
                continue;
            report.Judged();
            var key = WorkKey.Of(dataset.Annotations, row);
            if (!works.TryGetValue(key, out var work))
                works.Add(key, work = new Work(check.SmallestIoU));
            Judge(row, work);
        }
    }

    void Judge(int row, Work work)
    {
        var place = work.Places.Enter(dataset.Annotations.Boxes[row], near);
        if (place == work.Members.Count)
            work.Members.Add(new());
        var found = Find(row, work.Members[place]);
        for (var i = 0; i < near.Count && found < 0; i++)
            if (near[i] != place)
                found = Find(row, work.Members[near[i]]);
        if (found >= 0)
            report.Violated(Violation.OfPair(row, found) with { Value = IoU(found, row) });
        work.Members[place].Add(dataset.Annotations.Categories[row], row, found >= 0);
    }

    int Find(int row, PlaceMembers place)
    {
        var category = dataset.Annotations.Categories[row];
        if (check.IsWithinCategories)
            return place.Of(category) is { } own ? Find(row, own) : -1;
        foreach (var members in place.All)
        {
            compared++;
            if (members.Category == category || !check.MayRepeat(members.Category, category))
                continue;
            if (Find(row, members) is >= 0 and var found)
                return found;
        }

        return -1;
    }

    int Find(int row, CategoryMembers members) =>
        Find(row, members.First) is >= 0 and var first ? first : Find(row, members.Repeating);

    int Find(int row, List<int> members)
    {
        foreach (var member in members)
        {
            compared++;
            if (IoU(member, row) >= check.SmallestIoU && check.Repeats(member, row))
                return member;
        }

        return -1;
    }

    double IoU(int first, int second) => dataset.Annotations.Boxes[first].IoU(dataset.Annotations.Boxes[second]);

    /// <summary>The annotations of one annotator and kind, by place.</summary>
    sealed class Work(double limit)
    {
        public BoxPlaces Places { get; } = new(limit);

        public List<PlaceMembers> Members { get; } = [];
    }
}
