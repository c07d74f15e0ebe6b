using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.Agreement.Report;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.Comparison;

namespace LabelSpec.Quality.Agreement;

/// <summary>
/// Measures how far annotators agree: first which annotations are one object (<see cref="UnitSet"/>), then what everybody
/// said about each object.
/// </summary>
public sealed class AgreementAnalysis
{
    readonly IReadOnlyList<AnnotatorWork> annotators;
    readonly AgreementSettings settings;
    readonly SharedImages images;
    readonly ClassList classes;
    readonly ShapePlan plan;
    readonly UnitFinder finder;
    readonly UnitSet units;
    readonly CellTable cells;
    readonly CancellationToken cancellation;

    AgreementAnalysis(
        IReadOnlyList<AnnotatorWork> annotators,
        AgreementSettings settings,
        CancellationToken cancellation
    )
    {
        this.annotators = annotators;
        this.settings = settings;
        this.cancellation = cancellation;
        images = new(annotators);
        classes = new(annotators, settings.Guideline);
        plan = new(
            annotators,
            images,
            classes,
            StrategiesOf(settings),
            ComparisonProfiles.Strict.Defaults with
            {
                IouThreshold = settings.Overlap,
            },
            settings.CurveThresholds.Append(settings.Overlap).Min()
        );
        finder = new(plan, settings.Threads, cancellation);
        units = finder.At(settings.Overlap);
        cells = new(units, images.Annotators, classes.Names.Length);
    }

    /// <exception cref="OperationCanceledException">The analysis was cancelled.</exception>
    public static AgreementReport Run(
        IReadOnlyList<AnnotatorWork> annotators,
        AgreementSettings settings,
        CancellationToken cancellation = default
    ) => new AgreementAnalysis(annotators, settings, cancellation).Report();

    // What one finds difficult is still an object that people agree on.
    static ProfileStrategies StrategiesOf(AgreementSettings settings)
    {
        var strategies = ComparisonProfiles.Strict.Strategies with
        {
            NeutralFlags = AnnotationFlags.Crowd | AnnotationFlags.Ignore,
        };
        return settings.ComparesBounds ? strategies.OfBounds() : strategies;
    }

    AgreementReport Report()
    {
        var byImage = ImageAgreements.Of(cells, images);
        return new()
        {
            Settings = settings,
            Annotators = [.. annotators.Select(annotator => annotator.Name)],
            Images = images.Count,
            SharedImages = byImage.Length,
            EmptyImages = byImage.Count(image => image.Units == 0),
            Units = units.Units.Length,
            Objects = TableAgreement.Of(cells.Table, MeasurementLevel.Nominal, cells.CoincidencesOfImages(), settings),
            Classes = ClassesAlone(),
            MeanImageAlpha = ImageAgreements.MeanAlpha(byImage),
            Curve = [.. settings.CurveThresholds.Select(PointOf)],
            ByAnnotator = [.. Enumerable.Range(0, annotators.Count).Select(OfAnnotator)],
            Pairs = [.. PairAgreements.Of(annotators, images, classes, finder, units, cells, settings, cancellation)],
            ByClass = ClassAgreements.Of(cells, classes),
            Confusions = ClassAgreements.ConfusionsOf(cells, classes),
            ByAttribute = AttributeAgreements.Of(annotators, images, units, settings),
            ByImage = byImage,
            Findings = new AnnotatorFindings(plan, finder).Find(),
        };
    }

    TableAgreement ClassesAlone()
    {
        var table = units.ClassTable();
        Dictionary<int, Coincidences> byImage = [];
        for (var unit = 0; unit < units.Units.Length; unit++)
        {
            if (!byImage.TryGetValue(units.Units[unit].Image, out var image))
                byImage.Add(units.Units[unit].Image, image = new());
            image.Add(table.ItemAt(unit));
        }

        return TableAgreement.Of(table, MeasurementLevel.Nominal, [.. byImage.Values], settings);
    }

    CurvePoint PointOf(double overlap)
    {
        cancellation.ThrowIfCancellationRequested();
        var at = overlap == settings.Overlap ? units : finder.At(overlap);
        return new(overlap, KrippendorffAlpha.Of(at.Table()), at.Units.Length);
    }

    AnnotatorAgreement OfAnnotator(int annotator)
    {
        int alone = 0,
            missed = 0;
        foreach (var unit in units.Units)
        {
            var looked = images.LookedAt(unit.Image) - unit.Excused.Count(isExcused => isExcused);
            if (unit.Rows[annotator] >= 0)
                alone += unit.Members == 1 && looked > 1 ? 1 : 0;
            else if (images.LookedAt(unit.Image, annotator) && !unit.Excused[annotator])
                missed += unit.Members > 1 ? 1 : 0;
        }

        Coefficient? without = null;
        double? vitality = null;
        if (annotators.Count > 2)
        {
            without = KrippendorffAlpha.Of(cells.Without(annotator), MeasurementLevel.Nominal);
            var all = KrippendorffAlpha.Of(cells.Table);
            if (all.IsDefined && without.IsDefined)
                vitality = all.Value - without.Value;
        }

        return new(
            annotators[annotator].Name,
            Enumerable.Range(0, images.Count).Count(image => images.LookedAt(image, annotator)),
            units.Units.Count(unit => unit.Rows[annotator] >= 0),
            alone,
            missed,
            without,
            vitality
        );
    }
}
