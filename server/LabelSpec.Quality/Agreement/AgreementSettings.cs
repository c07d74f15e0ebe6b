using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Quality.Agreement;

/// <summary>What is to be measured between annotators.</summary>
public sealed record AgreementSettings
{
    /// <summary>IoU from which two shapes may be one object.</summary>
    public double Overlap { get; init; } = .5;

    /// <summary>Whether polygons, masks and ellipses are compared by the boxes around them, and so with boxes too.</summary>
    public bool ComparesBounds { get; init; }

    /// <summary>Thresholds of the curve that shows how much of the agreement hangs on exact drawing.</summary>
    public IReadOnlyList<double> CurveThresholds { get; init; } = [.3, .4, .5, .6, .7, .8, .9];

    /// <summary>Attributes whose values are ranks, with the values in their order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Ranks { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Attributes with numbers that have a true zero.</summary>
    public IReadOnlySet<string> Ratios { get; init; } = new HashSet<string>();

    /// <summary>Samples of the bootstrap; 0 for no intervals.</summary>
    public int Samples { get; init; } = 1000;

    public double Confidence { get; init; } = .95;

    /// <summary>Names classes, tells which are ignored, and gives σ of skeletons; null without one.</summary>
    public Guideline? Guideline { get; init; }

    /// <summary>Threads to use; 0 for one on each processor. Results do not depend on it.</summary>
    public int Threads { get; init; }
}
