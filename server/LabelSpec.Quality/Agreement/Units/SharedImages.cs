using LabelSpec.Quality.Comparison;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>
/// The images of all annotators together: which of each one's images are the same picture. They are recognised as
/// <c>compare</c> recognises them: by file name, or by id where there are no names.
/// </summary>
public sealed class SharedImages
{
    readonly List<int[][]> rows = [];
    readonly List<string> names = [];
    readonly List<string> keys = [];

    public SharedImages(IReadOnlyList<AnnotatorWork> annotators)
    {
        Annotators = annotators.Count;
        var datasets = annotators.Select(annotator => annotator.Dataset).Distinct().ToList();
        int[] datasetOf = [.. annotators.Select(annotator => datasets.IndexOf(annotator.Dataset))];
        foreach (var picture in PictureMatcher.Find(datasets))
        {
            var first = Enumerable.Range(0, datasets.Count).First(picture.IsIn);
            keys.Add(picture.Name);
            names.Add(ScoreFinding.NameOfImage(datasets[first], picture.Rows[first][0])!);
            rows.Add([
                .. annotators.Select(
                    (annotator, i) => Array.FindAll(picture.Rows[datasetOf[i]], row => annotator.LookedAt(row))
                ),
            ]);
        }
    }

    public int Annotators { get; }

    public int Count => rows.Count;

    /// <summary>The first row of an image for an annotator; -1 where they were not asked to look at it.</summary>
    public int RowOf(int image, int annotator) => rows[image][annotator] is [var first, ..] ? first : -1;

    /// <summary>All rows of an image for an annotator: several where several files of theirs declare it.</summary>
    public IReadOnlyList<int> RowsOf(int image, int annotator) => rows[image][annotator];

    public bool LookedAt(int image, int annotator) => rows[image][annotator].Length > 0;

    /// <summary>How many looked at an image.</summary>
    public int LookedAt(int image) => rows[image].Count(own => own.Length > 0);

    public string NameOf(int image) => names[image];

    /// <summary>What no other image has: the name with its sequence.</summary>
    public string KeyOf(int image) => keys[image];
}
