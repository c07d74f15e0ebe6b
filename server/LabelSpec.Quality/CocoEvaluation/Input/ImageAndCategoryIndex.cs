using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.CocoEvaluation;

/// <summary>
/// The images and categories of the ground truth in the order in which pycocotools takes them, by id, and where a row of
/// either data set belongs.
/// </summary>
sealed class ImageAndCategoryIndex
{
    readonly Dataset truth;
    readonly Dictionary<long, int> imageOfId = [];
    readonly Dictionary<string, int> imageOfText = new(StringComparer.Ordinal);

    /// <summary>Several images have the name: it tells none of them.</summary>
    const int Ambiguous = -1;

    readonly Dictionary<string, int> imageOfName = new(StringComparer.Ordinal);
    readonly Dictionary<long, int> categoryOfId = [];
    readonly Dictionary<string, int> categoryOfIdText = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> categoryOfName = new(StringComparer.Ordinal);
    readonly int[] imageOfRow;

    public ImageAndCategoryIndex(Dataset truth, CocoInputProblemLog problems)
    {
        this.truth = truth;
        imageOfRow = new int[truth.Images.Count];
        ImageKeys = OrderImages(problems);
        CategoryNames = OrderCategories();
    }

    /// <summary>Ascending: the image's id, or its place where ids are texts or missing.</summary>
    public long[] ImageKeys { get; }

    /// <summary>For each key the row of the image table; the last of those that share an id.</summary>
    public int[] ImageRows { get; private set; } = [];

    public string[] CategoryNames { get; }

    /// <summary>-1 for an image that the ground truth has not.</summary>
    public int ImageOf(Dataset dataset, int annotation)
    {
        var row = dataset.Annotations.Images[annotation];
        return row < 0 && !ReferenceEquals(dataset, truth)
                ? Find(dataset, dataset.Annotations.DanglingImageId(annotation), imageOfId, imageOfText)
            : row < 0 ? -1
            : ImageOfRow(dataset, row);
    }

    /// <summary>The image that a data set declares; -1 for one that the ground truth has not.</summary>
    int ImageOfRow(Dataset dataset, int row)
    {
        if (ReferenceEquals(dataset, truth))
            return imageOfRow[row];
        // Who declares images of their own counts them in their own way: names tell them apart.
        var name = dataset.Images.FileNames[row];
        if (name.Length > 0 && imageOfName.GetValueOrDefault(name, -1) is >= 0 and var named)
            return named;
        var byId = Find(dataset, dataset.Images.Ids[row], imageOfId, imageOfText);
        return byId >= 0 && IsNamedOtherwise(truth.Images.FileNames[ImageRows[byId]], name) ? -1 : byId;
    }

    /// <summary>Tells which images one side has and the other has not, where predictions list their images.</summary>
    public void CompareImages(Dataset predictions, CocoInputProblemLog problems)
    {
        if (predictions.Images.Count == 0)
            return;
        var isListed = new bool[ImageKeys.Length];
        for (var row = 0; row < predictions.Images.Count; row++)
            if (ImageOfRow(predictions, row) is >= 0 and var image)
                isListed[image] = true;
            else if (predictions.Annotations.OfImage(row).IsEmpty)
                problems.Add(CocoInputProblemKind.ImageWithoutTruth, row, isInPredictions: true);
        for (var image = 0; image < isListed.Length; image++)
            if (!isListed[image])
                problems.Add(CocoInputProblemKind.ImageWithoutPredictions, ImageRows[image], isInPredictions: false);
    }

    // Folders before a name do not make another image of it.
    static bool IsNamedOtherwise(string first, string second) =>
        first.Length > 0 && second.Length > 0 && Path.GetFileName(first) != Path.GetFileName(second);

    /// <summary>-1 for a category that the ground truth has not.</summary>
    public int CategoryOf(Dataset dataset, int annotation)
    {
        var row = dataset.Annotations.Categories[annotation];
        return row >= 0
            ? categoryOfName.GetValueOrDefault(dataset.Categories.NameOf(row), -1)
            : Find(dataset, dataset.Annotations.DanglingCategoryId(annotation), categoryOfId, categoryOfIdText);
    }

    static int Find(Dataset dataset, RecordId id, Dictionary<long, int> byId, Dictionary<string, int> byText)
    {
        if (id.IsNone)
            return -1;
        return id.IsText
            ? byText.GetValueOrDefault(dataset.IdTexts.Show(id), -1)
            : byId.GetValueOrDefault(id.Value, -1);
    }

    long[] OrderImages(CocoInputProblemLog problems)
    {
        var images = truth.Images;
        var hasNumbers = true;
        foreach (var id in images.Ids)
            hasNumbers &= !id.IsNone && !id.IsText;
        var rows = Enumerable.Range(0, images.Count).ToArray();
        if (hasNumbers)
            rows = [.. rows.OrderBy(row => images.Ids[row].Value)];
        List<long> keys = new(rows.Length);
        List<int> rowOfKey = new(rows.Length);
        foreach (var row in rows)
        {
            var key = hasNumbers ? images.Ids[row].Value : row;
            if (keys.Count > 0 && keys[^1] == key)
                problems.Add(CocoInputProblemKind.DuplicateImage, row, isInPredictions: false);
            else
            {
                keys.Add(key);
                rowOfKey.Add(row);
            }

            rowOfKey[^1] = row;
            imageOfRow[row] = keys.Count - 1;
            Remember(row, keys.Count - 1);
        }

        ImageRows = [.. rowOfKey];
        return [.. keys];
    }

    void Remember(int row, int image)
    {
        var id = truth.Images.Ids[row];
        if (
            truth.Images.FileNames[row] is { Length: > 0 } name
            && !imageOfName.TryAdd(name, image)
            && imageOfName[name] != image
        )
            imageOfName[name] = Ambiguous;
        if (id.IsText)
            imageOfText.TryAdd(truth.IdTexts.Show(id), image);
        else if (!id.IsNone)
            imageOfId.TryAdd(id.Value, image);
    }

    string[] OrderCategories()
    {
        var table = truth.Categories;
        var rows = Enumerable.Range(0, table.Count).ToArray();
        var ids = rows.Select(row => table.DeclarationOf(row)?.Id ?? RecordId.None).ToArray();
        if (ids.All(id => !id.IsNone && !id.IsText))
            rows = [.. rows.OrderBy(row => ids[row].Value)];
        for (var i = 0; i < rows.Length; i++)
            categoryOfName[table.NameOf(rows[i])] = i;
        for (var d = 0; d < table.Declarations.Length; d++)
        {
            var id = table.Declarations[d].Id;
            var category = categoryOfName[table.NameOf(table.OfDeclaration(d))];
            if (id.IsText)
                categoryOfIdText.TryAdd(truth.IdTexts.Show(id), category);
            else if (!id.IsNone)
                categoryOfId.TryAdd(id.Value, category);
        }

        return [.. rows.Select(row => table.NameOf(row))];
    }
}
