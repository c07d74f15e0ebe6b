using System.Collections.Immutable;
using LabelSpec.Engine.Findings;
using LabelSpec.Quality.Agreement.Coefficients;

namespace LabelSpec.Quality.Agreement.Report;

/// <summary>How far annotators agree, and on what they do not.</summary>
public sealed record AgreementReport
{
    public required AgreementSettings Settings { get; init; }

    public required ImmutableArray<string> Annotators { get; init; }

    /// <summary>Images that anybody looked at.</summary>
    public required int Images { get; init; }

    /// <summary>Images that two or more looked at: only they say anything about agreement.</summary>
    public required int SharedImages { get; init; }

    /// <summary>Shared images in which nobody drew anything.</summary>
    public required int EmptyImages { get; init; }

    /// <summary>Objects that anybody drew.</summary>
    public required int Units { get; init; }

    /// <summary>What is there and what it is: to have drawn nothing is an answer.</summary>
    public required TableAgreement Objects { get; init; }

    /// <summary>What it is, among those who drew it.</summary>
    public required TableAgreement Classes { get; init; }

    /// <summary>The mean of α over the images in which it is defined.</summary>
    public required Coefficient MeanImageAlpha { get; init; }

    public required ImmutableArray<CurvePoint> Curve { get; init; }

    public required ImmutableArray<AnnotatorAgreement> ByAnnotator { get; init; }

    public required ImmutableArray<PairAgreement> Pairs { get; init; }

    /// <summary>The hardest first.</summary>
    public required ImmutableArray<ClassAgreement> ByClass { get; init; }

    /// <summary>The pairs of classes that stand for one object most often.</summary>
    public required ImmutableArray<Confusion> Confusions { get; init; }

    /// <summary>Attributes of annotations and of images.</summary>
    public required ImmutableArray<AttributeAgreement> ByAttribute { get; init; }

    /// <summary>Every shared image, those with most disagreement first.</summary>
    public required ImmutableArray<ImageAgreement> ByImage { get; init; }

    /// <summary>The most disputed first; empty without a guideline.</summary>
    public ImmutableArray<RuleAgreement> ByRule { get; init; } = [];

    /// <summary>What the guideline asks for; empty without one.</summary>
    public ImmutableArray<AgreementGate> Gates { get; init; } = [];

    public required ImmutableArray<Finding> Findings { get; init; }
}
