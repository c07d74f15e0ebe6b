namespace LabelSpec.Quality.Comparison;

/// <summary>Finds the sides that count as one annotation that says "nothing here".</summary>
interface IEmptyImages
{
    EmptySides Of(IReadOnlyCollection<Outcome> outcomes, int labels);
}
