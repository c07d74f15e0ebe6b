using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Agreement.Units;

namespace LabelSpec.Quality.Consensus;

/// <summary>An image that annotators looked at, and where their annotations of it stand.</summary>
public sealed class ConsensusImage
{
    internal ConsensusImage(SharedImages images, int image, IReadOnlyList<AnnotatorWork> works)
    {
        (Name, Works) = (images.NameOf(image), works);
        for (var annotator = 0; annotator < works.Count; annotator++)
            if (images.RowOf(image, annotator) is >= 0 and var row)
            {
                (Dataset, Row) = (works[annotator].Dataset, row);
                return;
            }

        throw new InvalidOperationException("An image that nobody has is no image.");
    }

    public string Name { get; }

    /// <summary>For each annotator the work that rows of annotations in this image refer to.</summary>
    public IReadOnlyList<AnnotatorWork> Works { get; }

    /// <summary>The data set of the first annotator who has the image.</summary>
    public Dataset Dataset { get; }

    /// <summary>Its row there.</summary>
    public int Row { get; }
}
