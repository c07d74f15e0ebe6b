using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Building;

/// <summary>
/// Turns the ids that annotations name into rows. An id counts within its file; a file that declares no images (a results
/// file) refers to the images of the other files, and likewise for categories. Of several rows with one id the first is
/// meant.
/// </summary>
sealed class ReferenceResolver(
    ImageColumnsBuilder images,
    AnnotationColumnsBuilder annotations,
    List<CategoryDeclaration> declarations,
    List<int> categoryOfDeclaration,
    int fileCount
)
{
    /// <returns>The id of each annotation that names an image that does not exist.</returns>
    public Dictionary<int, RecordId> ResolveImages()
    {
        var ids = images.Id.BuildDense().AsSpan(0, images.Count);
        var fileOfImage = new int[images.Count];
        for (var i = 0; i < fileOfImage.Length; i++)
            fileOfImage[i] = images.File.At(i);
        var rows = new int[images.Count];
        for (var i = 0; i < rows.Length; i++)
            rows[i] = i;
        return Resolve(annotations.ImageId, annotations.Image, ids, fileOfImage, rows);
    }

    /// <returns>The id of each annotation that names a category that does not exist.</returns>
    public Dictionary<int, RecordId> ResolveCategories()
    {
        var ids = declarations.Select(declaration => declaration.Id).ToArray();
        var files = declarations.Select(declaration => declaration.Span.File).ToArray();
        return Resolve(annotations.CategoryId, annotations.Category, ids, files, [.. categoryOfDeclaration]);
    }

    Dictionary<int, RecordId> Resolve(
        ColumnBuilder<RecordId> references,
        ColumnBuilder<int> resolved,
        ReadOnlySpan<RecordId> ids,
        ReadOnlySpan<int> fileOfId,
        int[] rowOfId
    )
    {
        var dangling = new Dictionary<int, RecordId>();
        if (references.Values.IsEmpty)
            return dangling;

        var maps = new IdMap?[fileCount];
        var (first, members) = RowIndex.Group(fileOfId, fileCount);
        IdMap? shared = null;
        var wanted = references.Values;
        var targets = resolved.BuildStore().Span;
        for (var annotation = 0; annotation < wanted.Length; annotation++)
        {
            var id = wanted[annotation];
            if (id.IsNone)
                continue;
            var file = annotations.File.At(annotation);
            var map = maps[file] ??=
                first[file + 1] > first[file]
                    ? new IdMap(ids, members.AsSpan(first[file], first[file + 1] - first[file]), rowOfId)
                    : shared ??= new IdMap(ids, members, rowOfId);
            targets[annotation] = map.Find(id);
            if (targets[annotation] < 0)
                dangling.Add(annotation, id);
        }
        return dangling;
    }
}
