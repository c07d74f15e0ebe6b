namespace LabelSpec.Quality.Comparison;

enum FilterValueKind : byte
{
    Missing,

    /// <summary>Truth values too.</summary>
    Number,
    Text,
    Thing,
}
