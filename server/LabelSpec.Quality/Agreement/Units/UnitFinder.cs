using System.Collections.Immutable;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Agreement.Units;

/// <summary>Finds the units of all images, at any number of thresholds; the shapes are compared once.</summary>
sealed class UnitFinder
{
    readonly ImageShapes[] shapes;
    int withoutClass;

    public UnitFinder(ShapePlan plan, int threads, CancellationToken cancellation)
    {
        shapes = new ImageShapes[plan.Images.Count];
        Parallel.For(
            0,
            shapes.Length,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount,
                CancellationToken = cancellation,
            },
            () => new ShapeReader(plan.Profile),
            (image, _, reader) =>
            {
                shapes[image] = plan.Read(image, reader);
                return reader;
            },
            reader => Interlocked.Add(ref withoutClass, reader.WithoutLabel)
        );
    }

    public IReadOnlyList<ImageShapes> Shapes => shapes;

    /// <summary>Annotations that were left out, as they name no class.</summary>
    public int WithoutClass => withoutClass;

    /// <summary>By what everything needs to be one object: the parameters, or <c>match</c> of the guideline.</summary>
    public ImmutableArray<Unit> Find() => [.. shapes.SelectMany(image => UnitClustering.Of(image, image.Thresholds()))];

    /// <summary>With one threshold for all shapes.</summary>
    public ImmutableArray<Unit> At(double threshold) =>
        [.. shapes.SelectMany(image => UnitClustering.Of(image, image.ThresholdsAt(threshold)))];
}
