namespace LabelSpec.Quality.Comparison;

enum AttributeVerdict
{
    /// <summary>Neither side has a value.</summary>
    Absent,
    Equal,
    Different,
}
