using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Checks.Splits;

/// <summary>Judges how the classes are spread over the splits.</summary>
abstract class SplitCountCheck(CheckInfo info, CheckContext context) : EvidenceCheck<SplitCounts>(info, context)
{
    protected sealed override SplitCounts Nothing() => new(Data.Categories.Count);

    protected sealed override void Collect(int first, int end, SplitCounts evidence)
    {
        const AnnotationFlags NotLabelled = AnnotationFlags.Prediction | AnnotationFlags.Negative;
        var images = Rows.Images;
        var categories = Rows.Categories;
        var flags = Rows.Flags;
        var (image, split) = (-1, (SplitKey?)null);
        for (var row = first; row < end; row++)
        {
            if (images[row] < 0 || categories[row] < 0 || (flags[row] & NotLabelled) != 0)
                continue;
            if (images[row] != image)
                (image, split) = (images[row], KeyOf(images[row]));
            if (split is { } key)
                evidence.Add(key, categories[row], row);
        }
    }

    /// <summary>The split of an image; null where nothing tells.</summary>
    protected SplitKey? KeyOf(int image) =>
        Facts.Splits.OfImage(image) is { } split ? new(Facts.Splits.SetOfImage(image), split) : null;
}
