using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.PanopticQuality;

/// <summary>The annotations of one side as segments of the ground truth's images.</summary>
sealed class PanopticSide
{
    readonly Dataset dataset;
    readonly ImageTable images;
    readonly int[] rowOfImage;
    readonly CocoInputProblemLog problems;
    readonly List<(int Row, int Category)>[] ofImage;
    readonly bool isPredictions;

    /// <param name="dataset">Where the annotations are.</param>
    /// <param name="images">Where the dimensions of images are.</param>
    /// <param name="index">The images and categories of the ground truth.</param>
    /// <param name="problems">Takes what cannot take part.</param>
    /// <param name="isPredictions">Which side it is.</param>
    public PanopticSide(
        Dataset dataset,
        ImageTable images,
        ImageAndCategoryIndex index,
        CocoInputProblemLog problems,
        bool isPredictions
    )
    {
        this.isPredictions = isPredictions;
        this.dataset = dataset;
        this.images = images;
        this.problems = problems;
        rowOfImage = index.ImageRows;
        ofImage = new List<(int, int)>[index.ImageKeys.Length];
        var rows = dataset.Annotations;
        for (var row = 0; row < rows.Count; row++)
            if (TakesPart(index, row, out var image, out var category))
            {
                (ofImage[image] ??= []).Add((row, category));
                Count++;
            }
    }

    /// <summary>
    /// Whether a segment's area is the one that its file states, as panopticapi takes it for the ground truth, instead of
    /// the pixels seen.
    /// </summary>
    public bool UsesStatedAreas { get; init; }

    /// <summary>How many annotations belong to an image and a category of the ground truth.</summary>
    public int Count { get; }

    /// <summary>The size of an image's first mask, or that of the image; null where neither is known.</summary>
    public (int Height, int Width)? SizeOf(int image)
    {
        foreach (var (row, _) in ofImage[image] ?? [])
            if (ReadMask(row, image) is { } mask)
                return (mask.Height, mask.Width);
        var (height, width) = (images.Heights[rowOfImage[image]], images.Widths[rowOfImage[image]]);
        return height > 0 && width > 0 && (long)height * width <= Array.MaxLength ? (height, width) : null;
    }

    /// <summary>
    /// The image's map and the segments in it. A predicted segment of which nothing is seen is none; an object of which
    /// nothing is seen remains to be found.
    /// </summary>
    public (PanopticMap Map, List<PanopticSegment> Segments) Paint(int image, (int Height, int Width) size)
    {
        var map = new PanopticMap(size.Height, size.Width);
        List<(int Row, int Category)> rows = ofImage[image] ?? [];
        for (var i = 0; i < rows.Count; i++)
            if (ReadMask(rows[i].Row, image) is not { } mask)
                problems.Add(CocoInputProblemKind.NoGeometry, rows[i].Row, isPredictions);
            else if (!map.TryPaint(mask, i + 1))
                problems.Add(CocoInputProblemKind.OtherSize, rows[i].Row, isPredictions);

        var areas = map.Areas(rows.Count);
        List<PanopticSegment> segments = new(rows.Count);
        for (var i = 0; i < rows.Count; i++)
            if (!isPredictions || areas[i + 1] > 0)
                segments.Add(SegmentOf(rows[i].Row, rows[i].Category, i + 1, areas[i + 1]));
        return (map, segments);
    }

    PanopticSegment SegmentOf(int row, int category, int number, long pixels)
    {
        var rows = dataset.Annotations;
        var stated = rows.StoredAreas[row];
        return new(
            number,
            category,
            UsesStatedAreas && double.IsFinite(stated) && stated >= 0 ? (long)stated : pixels,
            (rows.Flags[row] & AnnotationFlags.Crowd) != 0
        );
    }

    bool TakesPart(ImageAndCategoryIndex index, int row, out int image, out int category)
    {
        image = index.ImageOf(dataset, row);
        category = index.CategoryOf(dataset, row);
        if (image < 0)
            problems.Add(CocoInputProblemKind.UnknownImage, row, isPredictions);
        else if (category < 0)
            problems.Add(CocoInputProblemKind.UnknownCategory, row, isPredictions);
        return image >= 0 && category >= 0;
    }

    RleMask? ReadMask(int row, int image) => new MaskReader(dataset, images, [row], [rowOfImage[image]]).Read(0);
}
