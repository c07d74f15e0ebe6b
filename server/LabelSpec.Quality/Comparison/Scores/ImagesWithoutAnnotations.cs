namespace LabelSpec.Quality.Comparison;

/// <summary>A side is empty when it has no annotation.</summary>
sealed class ImagesWithoutAnnotations : IEmptyImages
{
    public EmptySides Of(IReadOnlyCollection<Outcome> outcomes, int labels) =>
        (outcomes.All(outcome => outcome.Truth < 0) ? EmptySides.Truth : EmptySides.None)
        | (outcomes.All(outcome => outcome.Work < 0) ? EmptySides.Work : EmptySides.None);
}
