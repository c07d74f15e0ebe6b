using LabelSpec.Annotations.Model;

namespace LabelSpec.Quality.Comparison;

/// <summary>Finds the pictures that ground truth and work have in common.</summary>
static class ImagePairFinder
{
    const int Truth = 0;
    const int Work = 1;

    public static ImagePairing Find(Dataset truth, Dataset work)
    {
        var pictures = PictureMatcher.Find([truth, work]);
        return new(
            [
                .. pictures
                    .Where(picture => picture.IsIn(Truth) && picture.IsIn(Work))
                    .Select(picture => new ImagePair(picture.Name, picture.Rows[Truth], picture.Rows[Work]))
                    .OrderBy(pair => pair.Name, StringComparer.Ordinal),
            ],
            [.. OnlyIn(Truth)],
            [.. OnlyIn(Work)]
        );

        IEnumerable<string> OnlyIn(int side) =>
            pictures
                .Where(picture => picture.IsIn(side) && !picture.IsIn(1 - side))
                .Select(picture => picture.Name)
                .Order(StringComparer.Ordinal);
    }
}
