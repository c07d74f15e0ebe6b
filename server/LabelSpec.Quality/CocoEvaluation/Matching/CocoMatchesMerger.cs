namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>Joins match results of disjoint sets of images into what one run over all images gives.</summary>
static class CocoMatchesMerger
{
    public static CocoMatches Merge(ReadOnlySpan<CocoMatches> parts)
    {
        if (parts.IsEmpty)
            throw new ArgumentException("There is nothing to merge.", nameof(parts));
        var first = parts[0];
        foreach (var part in parts)
            RequireSameMeasure(first, part);
        var (imageKeys, imageOf) = JoinImages(parts);
        var merged = Allocate(parts, first, imageKeys);
        var at = 0;
        for (var category = 0; category < first.CategoryNames.Length; category++)
        {
            merged.FirstOfCategory[category] = at;
            List<(int Image, int Part, int Start, int End)> groups = [];
            for (var p = 0; p < parts.Length; p++)
                AddGroups(groups, parts[p], p, category, imageOf[p]);
            groups.Sort((a, b) => a.Image.CompareTo(b.Image));
            foreach (var (image, part, start, end) in groups)
                for (var i = start; i < end; i++)
                    Copy(parts[part], i, image, merged, at++);
        }

        merged.FirstOfCategory[^1] = at;
        return merged;
    }

    static void AddGroups(
        List<(int Image, int Part, int Start, int End)> groups,
        CocoMatches matches,
        int part,
        int category,
        int[] imageOf
    )
    {
        var end = matches.FirstOfCategory[category + 1];
        for (var start = matches.FirstOfCategory[category]; start < end; )
        {
            var stop = start + 1;
            while (stop < end && matches.Images[stop] == matches.Images[start])
                stop++;
            groups.Add((imageOf[matches.Images[start]], part, start, stop));
            start = stop;
        }
    }

    static void Copy(CocoMatches from, int source, int image, CocoMatches to, int target)
    {
        to.Images[target] = image;
        to.Scores[target] = from.Scores[source];
        to.Ranks[target] = from.Ranks[source];
        for (var area = 0; area < to.Matched.Length; area++)
        {
            to.Matched[area][target] = from.Matched[area][source];
            to.Ignored[area][target] = from.Ignored[area][source];
        }
    }

    static CocoMatches Allocate(ReadOnlySpan<CocoMatches> parts, CocoMatches first, long[] imageKeys)
    {
        var count = 0;
        var positives = new int[first.Positives.Length];
        foreach (var part in parts)
        {
            count += part.Count;
            for (var i = 0; i < positives.Length; i++)
                positives[i] += part.Positives[i];
        }

        return new()
        {
            Settings = first.Settings,
            CategoryNames = first.CategoryNames,
            ImageKeys = imageKeys,
            FirstOfCategory = new int[first.FirstOfCategory.Length],
            Images = new int[count],
            Scores = new double[count],
            Ranks = new int[count],
            Matched = [.. first.Matched.Select(_ => new uint[count])],
            Ignored = [.. first.Ignored.Select(_ => new uint[count])],
            Positives = positives,
        };
    }

    static (long[] Keys, int[][] ImageOf) JoinImages(ReadOnlySpan<CocoMatches> parts)
    {
        List<long> keys = [];
        foreach (var part in parts)
            keys.AddRange(part.ImageKeys);
        keys.Sort();
        for (var i = 1; i < keys.Count; i++)
            if (keys[i] == keys[i - 1])
                throw new ArgumentException($"Image {keys[i]} is in two parts.", nameof(parts));
        var joined = keys.ToArray();
        var imageOf = new int[parts.Length][];
        for (var p = 0; p < parts.Length; p++)
            imageOf[p] = [.. parts[p].ImageKeys.Select(key => Array.BinarySearch(joined, key))];
        return (joined, imageOf);
    }

    static void RequireSameMeasure(CocoMatches first, CocoMatches other)
    {
        CocoSettings a = first.Settings,
            b = other.Settings;
        if (
            !first.CategoryNames.AsSpan().SequenceEqual(other.CategoryNames)
            || !a.OverlapThresholds.SequenceEqual(b.OverlapThresholds)
            || !a.AreaRanges.SequenceEqual(b.AreaRanges)
            || a.MaxDetections[^1] != b.MaxDetections[^1]
            || a.Mode != b.Mode
        )
            throw new ArgumentException("The parts were matched with other categories or parameters.", nameof(other));
    }
}
