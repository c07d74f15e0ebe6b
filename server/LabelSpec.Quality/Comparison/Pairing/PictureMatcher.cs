using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Finds the pictures of several data sets that are the same: by file name (with the sequence, for frames), then by the name
/// without folders, then without its extension too, as exports of one task differ in both. A shortened name counts only
/// where it is unique in each data set. Pictures without a name are found by id.
/// </summary>
static class PictureMatcher
{
    static readonly Func<string, string>[] Shortenings =
    [
        static name => name[(name.LastIndexOf('/') + 1)..],
        static name => WithoutExtension(name[(name.LastIndexOf('/') + 1)..]),
    ];

    /// <summary>Every picture, in the order in which the data sets hold them.</summary>
    public static List<MatchedPicture> Find(IReadOnlyList<Dataset> datasets)
    {
        var pictures = ByName(datasets);
        foreach (var shorten in Shortenings)
            pictures = Joined(pictures, shorten);
        return pictures;
    }

    static List<MatchedPicture> ByName(IReadOnlyList<Dataset> datasets)
    {
        var pictures = new List<MatchedPicture>();
        var known = new Dictionary<string, MatchedPicture>(StringComparer.Ordinal);
        for (var i = 0; i < datasets.Count; i++)
        for (var row = 0; row < datasets[i].Images.Count; row++)
        {
            var name = NameOf(datasets[i], row);
            if (!known.TryGetValue(name, out var picture))
            {
                var rows = new int[datasets.Count][];
                Array.Fill(rows, []);
                known.Add(name, picture = new(name, rows));
                pictures.Add(picture);
            }

            picture.Rows[i] = [.. picture.Rows[i], row];
        }

        return pictures;
    }

    // Pictures that some data set lacks may be there under another name.
    static List<MatchedPicture> Joined(List<MatchedPicture> pictures, Func<string, string> shorten)
    {
        var partners = pictures
            .Where(picture => Array.Exists(picture.Rows, rows => rows.Length == 0))
            .GroupBy(picture => shorten(picture.Name), StringComparer.Ordinal)
            .Select(group => group.ToList())
            .Where(group => group.Count > 1 && AreApart(group))
            .ToList();
        if (partners.Count == 0)
            return pictures;
        var joined = new Dictionary<MatchedPicture, MatchedPicture?>(ReferenceEqualityComparer.Instance);
        foreach (var group in partners)
        {
            foreach (var other in group)
                joined[other] = null;
            joined[group[0]] = new(
                group[0].Name,
                [.. group[0].Rows.Select((_, i) => group.Find(picture => picture.IsIn(i))?.Rows[i] ?? [])]
            );
        }

        return [.. pictures.Select(picture => joined.GetValueOrDefault(picture, picture)).OfType<MatchedPicture>()];
    }

    static bool AreApart(List<MatchedPicture> group)
    {
        for (var i = 0; i < group.Count; i++)
        for (var j = i + 1; j < group.Count; j++)
            if (group[i].SharesDatasetWith(group[j]))
                return false;
        return true;
    }

    static string NameOf(Dataset dataset, int row)
    {
        var name = dataset.Images.FileNames[row].Replace('\\', '/');
        if (name.Length == 0)
            return $"#{dataset.IdTexts.Show(dataset.Images.Ids[row])}";
        return dataset.Images.SequenceOf(row) is { Length: > 0 } sequence ? $"{sequence}/{name}" : name;
    }

    static string WithoutExtension(string name) => name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;
}
