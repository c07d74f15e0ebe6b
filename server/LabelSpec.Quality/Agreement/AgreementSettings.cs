using LabelSpec.Quality.Comparison;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Quality.Agreement;

/// <summary>What is to be measured between annotators.</summary>
public sealed record AgreementSettings
{
    /// <summary>IoU from which two shapes may be one object.</summary>
    public double Overlap { get; init; } = .5;

    /// <summary>Whether <see cref="Overlap"/> goes before <c>match iou</c> of the guideline: somebody gave it for this run.</summary>
    public bool IsOverlapGiven { get; init; }

    /// <summary>Whether polygons, masks and ellipses are compared by the boxes around them, and so with boxes too.</summary>
    public bool ComparesBounds { get; init; }

    /// <summary>Thresholds of the curve that shows how much of the agreement hangs on exact drawing.</summary>
    public IReadOnlyList<double> CurveThresholds { get; init; } = [.3, .4, .5, .6, .7, .8, .9];

    /// <summary>Attributes whose values are ranks, with the values in their order.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Ranks { get; init; } =
        new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Attributes with numbers whose differences mean the same everywhere.</summary>
    public IReadOnlySet<string> Intervals { get; init; } = new HashSet<string>();

    /// <summary>Attributes with numbers that have a true zero.</summary>
    public IReadOnlySet<string> Ratios { get; init; } = new HashSet<string>();

    /// <summary>Samples of the bootstrap; 0 for no intervals.</summary>
    public int Samples { get; init; } = 1000;

    public double Confidence { get; init; } = .95;

    /// <summary>
    /// Names classes, tells which are ignored, gives σ of skeletons, and says by <c>match</c> what is one object; its rules
    /// are what people disagree on. Null without one.
    /// </summary>
    public Guideline? Guideline { get; init; }

    /// <summary>With the IoU that the guideline asks of all classes, unless one was given.</summary>
    internal AgreementSettings Effective =>
        this with
        {
            Overlap = MatchCriteria.OverallIou(
                MatchCriteria.Of(Guideline, ComparisonProfiles.Strict.Strategies, IsOverlapGiven),
                Overlap
            ),
        };

    /// <summary>Threads to use; 0 for one on each processor. Results do not depend on it.</summary>
    public int Threads { get; init; }
}
