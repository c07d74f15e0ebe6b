namespace LabelSpec.Quality.Comparison;

/// <summary>How the similarities of annotations become one number: a sum over images divided by another.</summary>
interface IMeanIou
{
    /// <summary>What one image adds to the numerator and to the denominator.</summary>
    IouShare Of(IEnumerable<Outcome> outcomes);
}
