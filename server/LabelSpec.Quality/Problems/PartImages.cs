using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Problems;

/// <summary>Parts of data are of different images.</summary>
static class PartImages
{
    /// <exception cref="ArgumentException">An image that a file declares is in both.</exception>
    public static void RequireApart(IEnumerable<Dataset> parts, IEnumerable<Dataset> others)
    {
        var known = parts.SelectMany(ImagesOf).ToHashSet();
        foreach (var (file, name) in others.SelectMany(ImagesOf))
            if (known.Contains((file, name)))
                throw new ArgumentException($"Image {name} of {file} is in two parts.", nameof(others));
    }

    static IEnumerable<(string File, string Name)> ImagesOf(Dataset dataset) =>
        Enumerable
            .Range(0, dataset.Images.Count)
            .Select(image =>
                (
                    dataset.Files[dataset.Images.FileOf(image)].Path,
                    $"{dataset.Images.SequenceOf(image)} {ScoreFinding.NameOfImage(dataset, image)}".Trim()
                )
            );
}
