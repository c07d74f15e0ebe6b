namespace LabelSpec.Quality.Comparison;

/// <summary>Both sides of one picture.</summary>
sealed record ImageScene(List<ComparedShape> Truth, List<ComparedShape> Work, Canvas Canvas)
{
    /// <summary>
    /// What is judged together: all of it, or the annotations of each type by themselves (CVAT from 2.74 on,
    /// <c>quality_handlers.py</c>, <c>_filter_items</c>: a requirement sees those of its type alone).
    /// </summary>
    public IEnumerable<ImageScene> Parts(ProfileStrategies profile) =>
        profile.ComparesTypesApart
            ? Truth.Concat(Work).Select(shape => shape.Pool).Distinct().Order().Select(Of)
            : [this];

    ImageScene Of(ShapePool pool) =>
        new(Truth.FindAll(shape => shape.Pool == pool), Work.FindAll(shape => shape.Pool == pool), Canvas);
}
