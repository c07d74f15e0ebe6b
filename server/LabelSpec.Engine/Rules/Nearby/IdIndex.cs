using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Rules.Nearby;

/// <summary>Finds annotations of an image by their ids. One for each thread.</summary>
sealed class IdIndex(AnnotationTable annotations)
{
    // Below this, looking at all costs less than a table.
    const int WorthATable = 16;

    readonly Dictionary<RecordId, int> rows = [];
    int indexed = -1;

    /// <summary>The first annotation of the image with the id, −1 for none.</summary>
    public int Find(int image, RecordId id)
    {
        var candidates = annotations.OfImage(image);
        if (candidates.Length >= WorthATable)
            return FindIndexed(image, candidates, id);
        foreach (var row in candidates)
            if (annotations.Ids[row] == id && HasId(row))
                return row;
        return -1;
    }

    int FindIndexed(int image, ReadOnlySpan<int> candidates, RecordId id)
    {
        if (indexed != image)
        {
            rows.Clear();
            foreach (var row in candidates)
                if (HasId(row))
                    rows.TryAdd(annotations.Ids[row], row);
            indexed = image;
        }
        return rows.GetValueOrDefault(id, -1);
    }

    bool HasId(int row) => (annotations.Flags[row] & AnnotationFlags.HasId) != 0;
}
