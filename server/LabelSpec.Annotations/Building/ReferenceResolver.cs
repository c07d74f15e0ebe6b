using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Building;

/// <summary>
/// Turns the ids that annotations name into rows. An id counts within its file; a file that declares no images (a results
/// file) refers to the images of the other files, and likewise for categories: to those that lie nearest to it, where several data
/// sets are read at once, and else to any. Its categories are those of the file that declares the image, if that declares any. Of
/// several rows with one id the first is meant.
/// </summary>
sealed class ReferenceResolver(
    ImageColumnsBuilder images,
    AnnotationColumnsBuilder annotations,
    List<CategoryDeclaration> declarations,
    List<int> categoryOfDeclaration,
    IReadOnlyList<SourceFile> files
)
{
    /// <summary>How many folders were compared to find what lies nearest; what the cost is measured by.</summary>
    public long FoldersCompared { get; private set; }

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
        return Resolve(annotations.ImageId, annotations.Image, ids, fileOfImage, rows, annotations.File.At);
    }

    /// <returns>The id of each annotation that names a category that does not exist.</returns>
    public Dictionary<int, RecordId> ResolveCategories()
    {
        var ids = declarations.Select(declaration => declaration.Id).ToArray();
        var fileOfDeclaration = declarations.Select(declaration => declaration.Span.File).ToArray();
        var declares = new bool[files.Count];
        foreach (var file in fileOfDeclaration)
            declares[file] = true;
        return Resolve(
            annotations.CategoryId,
            annotations.Category,
            ids,
            fileOfDeclaration,
            [.. categoryOfDeclaration],
            HomeOf
        );

        int HomeOf(int annotation)
        {
            var (own, image) = (annotations.File.At(annotation), annotations.Image.At(annotation));
            return !declares[own] && image >= 0 && images.File.At(image) is var home && declares[home] ? home : own;
        }
    }

    Dictionary<int, RecordId> Resolve(
        ColumnBuilder<RecordId> references,
        ColumnBuilder<int> resolved,
        ReadOnlySpan<RecordId> ids,
        ReadOnlySpan<int> fileOfId,
        int[] rowOfId,
        Func<int, int> fileOf
    )
    {
        var dangling = new Dictionary<int, RecordId>();
        if (references.Values.IsEmpty)
            return dangling;

        var maps = new IdMap?[files.Count];
        var mapsNear = new Dictionary<string, IdMap>(StringComparer.Ordinal);
        var isNearest = new bool[files.Count];
        var (first, members) = RowIndex.Group(fileOfId, files.Count);
        var nearest = new NearestFiles(
            files,
            Enumerable.Range(0, files.Count).Where(file => first[file + 1] > first[file])
        );
        IdMap? shared = null;
        var wanted = references.Values;
        var targets = resolved.BuildStore().Span;
        for (var annotation = 0; annotation < wanted.Length; annotation++)
        {
            var id = wanted[annotation];
            if (id.IsNone)
                continue;
            var file = fileOf(annotation);
            if (maps[file] is not { } map)
            {
                isNearest[file] = first[file + 1] == first[file];
                if (!isNearest[file])
                    map = new IdMap(ids, members.AsSpan(first[file], first[file + 1] - first[file]), rowOfId);
                else if (!mapsNear.TryGetValue(files[file].Folder, out map))
                    mapsNear.Add(
                        files[file].Folder,
                        map = new IdMap(ids, MembersOf(nearest.To(files[file].Folder), first, members), rowOfId)
                    );
                maps[file] = map;
            }

            targets[annotation] = map.Find(id);
            if (targets[annotation] < 0 && isNearest[file])
                targets[annotation] = (shared ??= new IdMap(ids, members, rowOfId)).Find(id);
            if (targets[annotation] < 0)
                dangling.Add(annotation, id);
        }

        FoldersCompared += nearest.Comparisons;
        return dangling;
    }

    static int[] MembersOf(IEnumerable<int> files, int[] first, int[] members) =>
        [.. files.SelectMany(file => members[first[file]..first[file + 1]])];
}
