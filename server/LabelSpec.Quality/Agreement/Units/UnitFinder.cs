namespace LabelSpec.Quality.Agreement.Units;

/// <summary>Finds the units of all images, at any number of thresholds; the shapes are compared once.</summary>
sealed class UnitFinder
{
    readonly ImageShapes[] shapes;
    readonly SharedImages images;
    readonly ClassList classes;

    public UnitFinder(
        IReadOnlyList<AnnotatorWork> annotators,
        SharedImages images,
        ClassList classes,
        double lowest,
        int threads,
        CancellationToken cancellation
    )
    {
        this.images = images;
        this.classes = classes;
        shapes = new ImageShapes[images.Count];
        Parallel.For(
            0,
            shapes.Length,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = threads > 0 ? threads : Environment.ProcessorCount,
                CancellationToken = cancellation,
            },
            image => shapes[image] = new(image, annotators, images, classes, lowest)
        );
    }

    public IReadOnlyList<ImageShapes> Shapes => shapes;

    public UnitSet At(double threshold) =>
        new(shapes.SelectMany(image => UnitClustering.Of(image, threshold)), images, classes.Names.Length);
}
