using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Model.Changes;

namespace LabelSpec.Engine.Live;

/// <summary>
/// What is to be judged again: images that changed or that have an annotation that changed, before or now, with all their
/// annotations; and annotations that changed and belong to no image.
/// </summary>
sealed class TouchedImages
{
    readonly bool[] oldImages;
    readonly bool[] oldRows;
    readonly DatasetChanges changes;

    public TouchedImages(Dataset before, Dataset after, DatasetChanges changes)
    {
        this.changes = changes;
        oldImages = new bool[before.Images.Count];
        var newImages = new bool[after.Images.Count];
        foreach (var image in changes.OldImages)
            TouchOld(image);
        foreach (var image in changes.NewImages)
            TouchNew(image);
        foreach (var row in changes.OldAnnotations)
            TouchOld(before.Annotations.Images[row]);
        foreach (var row in changes.NewAnnotations)
            TouchNew(after.Annotations.Images[row]);

        OldImages = Indices(oldImages);
        NewImages = Indices(newImages);
        OldRows = RowsOf(before.Annotations, OldImages, changes.OldAnnotations);
        NewRows = RowsOf(after.Annotations, NewImages, changes.NewAnnotations);
        oldRows = new bool[before.Annotations.Count];
        foreach (var row in OldRows)
            oldRows[row] = true;

        void TouchOld(int image)
        {
            if (image < 0)
                return;
            oldImages[image] = true;
            if (changes.Images.NewOf(image) is >= 0 and var now)
                newImages[now] = true;
        }

        void TouchNew(int image)
        {
            if (image < 0)
                return;
            newImages[image] = true;
            if (changes.Images.OldOf(image) is >= 0 and var old)
                oldImages[old] = true;
        }
    }

    public List<int> OldImages { get; }

    public List<int> NewImages { get; }

    public List<int> OldRows { get; }

    public List<int> NewRows { get; }

    /// <summary>Whether all other rows have the numbers that they had.</summary>
    public bool HaveTheirNumbers =>
        changes.Images.OldEnd == changes.Images.NewEnd && changes.Annotations.OldEnd == changes.Annotations.NewEnd;

    /// <summary>What is touched, with what stands in the same blocks of so many rows.</summary>
    public TouchedRows RowsInBlocks(int size) => new(new RowBlocks(NewRows, size), new RowBlocks(NewImages, size));

    public bool IsOldImage(int image) => oldImages[image];

    public bool IsOldRow(int row) => oldRows[row];

    static List<int> RowsOf(AnnotationTable annotations, List<int> images, IEnumerable<int> changed)
    {
        var rows = new SortedSet<int>();
        foreach (var image in images)
        foreach (var row in annotations.OfImage(image))
            rows.Add(row);
        rows.UnionWith(changed);
        return [.. rows];
    }

    static List<int> Indices(bool[] flags)
    {
        var indices = new List<int>();
        for (var i = 0; i < flags.Length; i++)
            if (flags[i])
                indices.Add(i);
        return indices;
    }
}
