namespace LabelSpec.Quality.Consensus.Cvat;

/// <summary>
/// The groups of merged annotations (datumaro, <c>IntersectMerge._find_cluster_groups</c>): clusters whose members have a
/// group number in common are a new group. Numbers are compared as they stand, although every replica counts its own; having
/// no group is number 0 and counts as one in common, so that one cluster with a grouped and an ungrouped member draws in
/// all that are not grouped; and numbers that join on the way do not go back to clusters passed before.
/// </summary>
static class CvatGroups
{
    const int Ungrouped = 0;

    /// <summary>For each cluster the number of its new group, 0 for none.</summary>
    /// <param name="clusters">The group numbers of the members of each cluster, 0 for none.</param>
    public static int[] Of(IReadOnlyList<HashSet<int>> clusters)
    {
        var groups = new int[clusters.Count];
        var isVisited = new bool[clusters.Count];
        var found = 0;
        for (var first = 0; first < clusters.Count; first++)
        {
            if (isVisited[first])
                continue;
            isVisited[first] = true;
            HashSet<int> numbers = [.. clusters[first]];
            for (var other = first + 1; other < clusters.Count; other++)
                if (numbers.Overlaps(clusters[other]))
                    numbers.UnionWith(clusters[other]);
            List<int> members = [first];
            for (var other = first + 1; other < clusters.Count; other++)
                if (numbers.Overlaps(clusters[other]))
                {
                    members.Add(other);
                    isVisited[other] = true;
                }

            if (numbers.SetEquals([Ungrouped]))
                continue;
            found++;
            foreach (var member in members)
                if (groups[member] == 0)
                    groups[member] = found;
        }

        return groups;
    }
}
