namespace LabelSpec.Quality.Comparison;

/// <summary>How often the values of an attribute agree over the valid pairs of a label.</summary>
public sealed record AttributeScore(string Label, string Attribute, long Equal, long Compared)
{
    public double Accuracy => Equal / (double)Compared;
}
