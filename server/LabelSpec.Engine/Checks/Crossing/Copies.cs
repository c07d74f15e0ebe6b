using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Checks.Crossing;

/// <summary>
/// Finds annotations of one image that repeat an earlier one in every number, by tables: at the cost of one look at each, however
/// many lie at one place. One for each worker.
/// </summary>
sealed class Copies(Dataset dataset)
{
    readonly Dictionary<(Box Box, int Category), int> boxes = [];
    readonly Dictionary<(Box Box, int Category, WorkKey Work, int Shape), List<int>> shapes = [];

    /// <summary>Forgets the image before.</summary>
    public void Clear()
    {
        boxes.Clear();
        if (shapes.Count > 0)
            shapes.Clear();
    }

    /// <summary>The first annotation of the image that is equal to this one; −1 where this one is the first.</summary>
    public int OriginalOf(int row)
    {
        var rows = dataset.Annotations;
        var place = (rows.Boxes[row], rows.Categories[row]);
        if (boxes.TryAdd(place, row))
            return -1;
        // Shapes are only read where boxes are equal.
        if (boxes[place] is >= 0 and var first)
        {
            Add(first);
            boxes[place] = -1;
        }

        return Add(row);
    }

    int Add(int row)
    {
        var rows = dataset.Annotations;
        if ((rows.Flags[row] & AnnotationFlags.Prediction) != 0)
            return -1;
        var key = (rows.Boxes[row], rows.Categories[row], WorkKey.Of(rows, row), ShapeHash.Of(dataset, row));
        if (!shapes.TryGetValue(key, out var originals))
            shapes.Add(key, originals = []);
        foreach (var original in originals)
            if (Pairs.AreEqual(dataset, original, row))
                return original;
        originals.Add(row);
        return -1;
    }
}
