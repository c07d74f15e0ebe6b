using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Coefficients;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>Every object that anybody drew, at one threshold.</summary>
public sealed class UnitSet
{
    /// <summary>The code of "looked, and drew nothing"; a class has its index plus 1.</summary>
    public const int Nothing = 0;

    readonly SharedImages images;
    readonly int classes;

    internal UnitSet(IEnumerable<Unit> units, SharedImages images, int classes)
    {
        Units = [.. units];
        this.images = images;
        this.classes = classes;
    }

    public ImmutableArray<Unit> Units { get; }

    /// <summary>
    /// What everybody said about each unit, image by image; nothing where they looked and drew nothing, missing where they
    /// were not asked. An image that all left empty is one unit of nothing: to agree that there is nothing is to agree,
    /// once.
    /// </summary>
    public IEnumerable<(int Image, int[] Codes)> Cells()
    {
        var isDrawn = new bool[images.Count];
        foreach (var unit in Units)
        {
            isDrawn[unit.Image] = true;
            yield return (
                unit.Image,
                [
                    .. Enumerable
                        .Range(0, images.Annotators)
                        .Select(annotator =>
                            !images.LookedAt(unit.Image, annotator) || unit.Excused[annotator] ? RatingTable.Missing
                            : unit.Rows[annotator] < 0 ? Nothing
                            : unit.Classes[annotator] + 1
                        ),
                ]
            );
        }

        for (var image = 0; image < images.Count; image++)
            if (!isDrawn[image])
                yield return (
                    image,
                    [
                        .. Enumerable
                            .Range(0, images.Annotators)
                            .Select(annotator => images.LookedAt(image, annotator) ? Nothing : RatingTable.Missing),
                    ]
                );
    }

    /// <summary>All cells as one table; nothing is an answer like any class.</summary>
    public RatingTable Table() =>
        RatingTable.Nominal([.. Cells().SelectMany(cell => cell.Codes)], images.Annotators, classes + 1);

    /// <summary>The classes of what two or more drew: to have drawn nothing is no answer here.</summary>
    public RatingTable ClassTable() =>
        RatingTable.Nominal([.. Units.SelectMany(unit => unit.Classes)], images.Annotators, Math.Max(1, classes));
}
