using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Comparison;

/// <summary>
/// Finds the pictures of two data sets that are the same: by file name (with the sequence, for frames), then by the name
/// without folders, then without its extension too, as exports of one task differ in both. A shortened name counts only
/// where it is unique on each side. Pictures without a name are found by id.
/// </summary>
static class ImagePairFinder
{
    public static ImagePairing Find(Dataset truth, Dataset work)
    {
        var left = Pictures(truth);
        var right = Pictures(work);
        var pairs = new List<ImagePair>();
        Match(left, right, pairs, static name => name);
        Match(left, right, pairs, static name => name[(name.LastIndexOf('/') + 1)..]);
        Match(left, right, pairs, static name => WithoutExtension(name[(name.LastIndexOf('/') + 1)..]));
        pairs.Sort(static (a, b) => string.CompareOrdinal(a.Name, b.Name));
        return new(
            [.. pairs],
            [.. left.Keys.Order(StringComparer.Ordinal)],
            [.. right.Keys.Order(StringComparer.Ordinal)]
        );
    }

    static void Match(
        Dictionary<string, List<int>> truth,
        Dictionary<string, List<int>> work,
        List<ImagePair> pairs,
        Func<string, string> shorten
    )
    {
        if (truth.Count == 0 || work.Count == 0)
            return;
        var candidates = Shortened(work.Keys, shorten);
        foreach (var (key, name) in Shortened(truth.Keys, shorten))
        {
            if (name is null || !candidates.TryGetValue(key, out var other) || other is null)
                continue;
            pairs.Add(new(name, [.. truth[name]], [.. work[other]]));
            truth.Remove(name);
            work.Remove(other);
        }
    }

    // Null for a short name that several have.
    static Dictionary<string, string?> Shortened(IEnumerable<string> names, Func<string, string> shorten)
    {
        var byKey = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var name in names)
            if (!byKey.TryAdd(shorten(name), name))
                byKey[shorten(name)] = null;
        return byKey;
    }

    static Dictionary<string, List<int>> Pictures(Dataset dataset)
    {
        var pictures = new Dictionary<string, List<int>>(dataset.Images.Count, StringComparer.Ordinal);
        for (var row = 0; row < dataset.Images.Count; row++)
        {
            var name = NameOf(dataset, row);
            if (pictures.TryGetValue(name, out var rows))
                rows.Add(row);
            else
                pictures.Add(name, [row]);
        }

        return pictures;
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
