using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Project;
using LabelSpec.Geometry;

namespace LabelSpec.Engine.Checks.Distributions;

/// <summary>Looks at how a measure of boxes is spread in each class.</summary>
abstract class CategoryMeasures(CheckInfo info, CheckContext context) : EvidenceCheck<CategoryTallies>(info, context)
{
    /// <summary>The measure of a box with area; positive.</summary>
    protected abstract double Measure(Box box);

    /// <summary>Boxes of a smaller measure are none of people: they are broken, or in another unit such as degrees.</summary>
    protected virtual double SmallestMeasure => 0;

    /// <summary>Whether the boxes of tracks count, where one object has many.</summary>
    protected virtual bool CountsTracks => true;

    protected sealed override CategoryTallies Nothing() => new(Data.Categories.Count);

    protected sealed override void Collect(int first, int end, CategoryTallies evidence)
    {
        var boxes = Rows.Boxes;
        var flags = Rows.Flags;
        var categories = Rows.Categories;
        var tracks = Rows.Tracks;
        var (allInPixels, allTracks, smallest) = (!Data.Images.Units.IsPresent, CountsTracks, SmallestMeasure);
        for (var row = first; row < end; row++)
            if (
                IsObject(categories[row], boxes[row], flags[row])
                && (allInPixels || IsInPixels(row))
                && (allTracks || tracks[row] < 0)
                && Measure(boxes[row]) is var measure
                && measure >= smallest
            )
                evidence.Add(categories[row], measure, row);
    }

    /// <summary>Whether a row was counted, for the few that are asked for again.</summary>
    protected bool IsCounted(int row) =>
        IsObject(Rows.Categories[row], Rows.Boxes[row], Rows.Flags[row])
        && (!Data.Images.Units.IsPresent || IsInPixels(row))
        && (CountsTracks || Rows.Tracks[row] < 0)
        && Measure(Rows.Boxes[row]) >= SmallestMeasure;

    static bool IsObject(int category, Box box, AnnotationFlags flags)
    {
        const AnnotationFlags NotAnObject =
            AnnotationFlags.Crowd | AnnotationFlags.Negative | AnnotationFlags.Outside | AnnotationFlags.Prediction;
        // Comparisons with NaN are false; what is infinite is no outlier but broken.
        return category >= 0
            && box.Width > 0
            && box.Height > 0
            && double.IsFinite(box.Area)
            && (flags & NotAnObject) == 0;
    }

    bool IsInPixels(int row) => Rows.Images[row] < 0 || Data.Images.Units[Rows.Images[row]] == CoordinateUnit.Pixels;
}
