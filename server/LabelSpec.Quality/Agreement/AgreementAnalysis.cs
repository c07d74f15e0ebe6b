using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.Agreement.Evidence;
using LabelSpec.Quality.Agreement.Report;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Agreement;

/// <summary>
/// Measures how far annotators agree: first which annotations are one object (<see cref="Collect"/>), then what everybody
/// said about each object (<see cref="Report"/>).
/// </summary>
public static class AgreementAnalysis
{
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public static AgreementReport Run(
        IReadOnlyList<AnnotatorWork> annotators,
        AgreementSettings settings,
        CancellationToken cancellation = default
    ) => Report(Collect(annotators, settings, cancellation), settings, cancellation);

    /// <summary>Looks at every image. Evidence of parts of the images can be joined.</summary>
    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public static AgreementEvidence Collect(
        IReadOnlyList<AnnotatorWork> annotators,
        AgreementSettings settings,
        CancellationToken cancellation = default
    )
    {
        settings = settings.Effective;
        var profile = StrategiesOf(settings);
        var plan = new ShapePlan(
            annotators,
            new(annotators, settings.Guideline),
            profile,
            ComparisonProfiles.Strict.Defaults with
            {
                IouThreshold = settings.Overlap,
            },
            MatchCriteria.Of(settings.Guideline, profile, settings.IsOverlapGiven),
            settings.CurveThresholds
        );
        return new EvidenceCollector(plan, settings, cancellation).Collect();
    }

    /// <summary>The numbers that evidence gives.</summary>
    /// <param name="settings">Those that the evidence was collected with.</param>
    /// <exception cref="ArgumentException">A file was cut into parts, and a track of it in a way that cannot be undone.</exception>
    /// <exception cref="OperationCanceledException">The judging by rules was cancelled.</exception>
    public static AgreementReport Report(
        AgreementEvidence evidence,
        AgreementSettings settings,
        CancellationToken cancellation = default
    )
    {
        settings = settings.Effective;
        var whole = new AnnotatorParts(evidence.Parts);
        if (whole.AddUp)
            evidence = evidence.With(new ClassList(whole.Annotators, settings.Guideline).Names);
        else
        {
            evidence = Collect(whole.Annotators, settings, cancellation);
            whole = new(evidence.Parts);
        }

        var cells = new CellTable(evidence, image => image.Units);
        var byImage = ImageAgreements.Of(cells, evidence);
        return new()
        {
            Settings = settings,
            Annotators = evidence.Annotators,
            Images = evidence.Images.Length,
            SharedImages = byImage.Length,
            EmptyImages = byImage.Count(image => image.Units == 0),
            Units = evidence.Images.Sum(image => image.Units.Length),
            Objects = TableAgreement.Of(cells.Table, MeasurementLevel.Nominal, cells.CoincidencesOfImages(), settings),
            Classes = ClassesAlone(evidence, settings),
            MeanImageAlpha = ImageAgreements.MeanAlpha(byImage),
            Curve = [.. settings.CurveThresholds.Select((overlap, at) => PointOf(evidence, overlap, at))],
            ByAnnotator = AnnotatorAgreements.Of(evidence, cells),
            Pairs = PairAgreements.Of(evidence, cells),
            ByClass = ClassAgreements.Of(cells, evidence.Classes),
            Confusions = ClassAgreements.ConfusionsOf(cells, evidence.Classes),
            ByAttribute = AttributeAgreements.Of(evidence, settings),
            ByImage = byImage,
            ByRule = RuleAgreements.Of(whole.Annotators, whole.Images, settings, cancellation),
            Findings = [.. whole.Findings(settings.Guideline)],
        };
    }

    // What one finds difficult is still an object that people agree on.
    static ProfileStrategies StrategiesOf(AgreementSettings settings)
    {
        var strategies = ComparisonProfiles.Strict.Strategies with
        {
            NeutralFlags = AnnotationFlags.Crowd | AnnotationFlags.Ignore,
        };
        return settings.ComparesBounds ? strategies.OfBounds() : strategies;
    }

    // The classes of what two or more drew: to have drawn nothing is no answer here.
    static TableAgreement ClassesAlone(AgreementEvidence evidence, AgreementSettings settings)
    {
        var table = RatingTable.Nominal(
            [.. evidence.Images.SelectMany(image => image.Units).SelectMany(unit => unit.Classes)],
            evidence.Annotators.Length,
            Math.Max(1, evidence.Classes.Length)
        );
        List<Coincidences> byImage = [];
        foreach (var image in evidence.Images.Where(image => !image.Units.IsEmpty))
        {
            var of = new Coincidences();
            foreach (var unit in image.Units)
                of.Add(unit.Classes);
            byImage.Add(of);
        }

        return TableAgreement.Of(table, MeasurementLevel.Nominal, byImage, settings);
    }

    static CurvePoint PointOf(AgreementEvidence evidence, double overlap, int at) =>
        new(
            overlap,
            KrippendorffAlpha.Of(new CellTable(evidence, image => image.Curve[at]).Table),
            evidence.Images.Sum(image => image.Curve[at].Length)
        );
}
