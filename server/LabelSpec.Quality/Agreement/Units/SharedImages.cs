using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>
/// The images of all annotators together: which of each one's images are the same picture. Pictures are recognised by file
/// name, with folders where all name some and else without, and by id where there are no names.
/// </summary>
public sealed class SharedImages
{
    readonly List<int[]> rows = [];
    readonly List<string> names = [];

    public SharedImages(IReadOnlyList<AnnotatorWork> annotators)
    {
        Annotators = annotators.Count;
        var usesFolders = HaveNamesInCommon(annotators);
        var known = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var annotator = 0; annotator < annotators.Count; annotator++)
        {
            var dataset = annotators[annotator].Dataset;
            for (var row = 0; row < dataset.Images.Count; row++)
            {
                var key = KeyOf(dataset, row, usesFolders);
                if (!known.TryGetValue(key, out var image))
                {
                    known.Add(key, image = rows.Count);
                    names.Add(ScoreFinding.NameOfImage(dataset, row)!);
                    rows.Add(NotAssigned());
                }

                if (rows[image][annotator] < 0 && annotators[annotator].LookedAt(row))
                    rows[image][annotator] = row;
            }
        }
    }

    public int Annotators { get; }

    public int Count => rows.Count;

    /// <summary>The row of an image for an annotator; -1 where they were not asked to look at it.</summary>
    public int RowOf(int image, int annotator) => rows[image][annotator];

    /// <summary>How many looked at an image.</summary>
    public int LookedAt(int image) => rows[image].Count(row => row >= 0);

    public string NameOf(int image) => names[image];

    int[] NotAssigned()
    {
        var none = new int[Annotators];
        Array.Fill(none, -1);
        return none;
    }

    // Tools that copy pictures change their folders: with no name in common, the names without folders are tried.
    static bool HaveNamesInCommon(IReadOnlyList<AnnotatorWork> annotators)
    {
        HashSet<string> seen = [];
        HashSet<Dataset> done = [];
        foreach (var annotator in annotators)
        {
            if (!done.Add(annotator.Dataset))
                return true;
            HashSet<string> own = [.. annotator.Dataset.Images.FileNames.ToArray().Where(name => name.Length > 0)];
            if (own.Overlaps(seen))
                return true;
            seen.UnionWith(own);
        }

        return false;
    }

    static string KeyOf(Dataset dataset, int row, bool usesFolders)
    {
        var name = dataset.Images.FileNames[row];
        if (name.Length == 0)
            return "#" + dataset.IdTexts.Show(dataset.Images.Ids[row]);
        return usesFolders ? name : name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
    }
}
