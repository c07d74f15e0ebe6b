using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Quality.Agreement.Units;
using LabelSpec.Quality.CocoEvaluation;

namespace LabelSpec.Quality.Agreement.Evidence;

/// <summary>Finds out which annotations are one object, and what everybody said about each.</summary>
sealed class EvidenceCollector(ShapePlan plan, AgreementSettings settings, CancellationToken cancellation)
{
    readonly UnitFinder finder = new(plan, settings.Threads, cancellation);

    public AgreementEvidence Collect()
    {
        var units = ByImage(finder.Find());
        var curve = settings.CurveThresholds.Select(threshold => ByImage(finder.At(threshold))).ToList();
        return new()
        {
            Annotators = [.. plan.Annotators.Select(annotator => annotator.Name)],
            Classes = plan.Classes.Names,
            Images =
            [
                .. Enumerable
                    .Range(0, plan.Images.Count)
                    .Select(image => Of(image, units[image], [.. curve.Select(at => at[image])]))
                    .OrderBy(image => image.Name, StringComparer.Ordinal)
                    .ThenBy(image => image.Key, StringComparer.Ordinal),
            ],
            Errors = [.. AnnotatorPairs.Of(plan.Annotators.Count).Select(pair => Errors(pair.First, pair.Second))],
            Parts = [new(plan.Annotators, plan.Images, ShapeFacts.Of(plan.Classes, finder))],
        };
    }

    ImmutableArray<Unit>[] ByImage(ImmutableArray<Unit> all)
    {
        cancellation.ThrowIfCancellationRequested();
        var units = all.ToLookup(unit => unit.Image);
        return [.. Enumerable.Range(0, plan.Images.Count).Select(image => units[image].ToImmutableArray())];
    }

    ImageEvidence Of(int image, ImmutableArray<Unit> units, ImmutableArray<ImmutableArray<Unit>> curve)
    {
        cancellation.ThrowIfCancellationRequested();
        bool[] looked =
        [
            .. Enumerable.Range(0, plan.Annotators.Count).Select(annotator => plan.Images.LookedAt(image, annotator)),
        ];
        return new()
        {
            Name = plan.Images.NameOf(image),
            Key = plan.Images.KeyOf(image),
            Looked = looked,
            Units = [.. units.Select(Of)],
            Curve = [.. curve.Select(at => at.Select(Of).ToImmutableArray())],
            Pairs =
            [
                .. AnnotatorPairs
                    .Of(looked.Length)
                    .Select(pair =>
                        looked[pair.First] && looked[pair.Second]
                            ? Pair(finder.Shapes[image], units, pair.First, pair.Second)
                            : (PairEvidence?)null
                    ),
            ],
            Attributes = [.. units.SelectMany(AttributesOf), .. AttributesOf(image)],
        };
    }

    static UnitEvidence Of(Unit unit) => new(unit.Classes, unit.Excused);

    static PairEvidence Pair(ImageShapes shapes, ImmutableArray<Unit> units, int a, int b)
    {
        var pair = new PairEvidence();
        foreach (var unit in units.Where(unit => !unit.Excused[a] && !unit.Excused[b]))
        {
            pair = pair with
            {
                Annotations = pair.Annotations + (unit.Rows[a] >= 0 ? 1 : 0) + (unit.Rows[b] >= 0 ? 1 : 0),
            };
            if (unit.Rows[a] < 0 || unit.Rows[b] < 0)
                continue;
            pair = pair with
            {
                Equal = pair.Equal + (unit.Classes[a] == unit.Classes[b] ? 1 : 0),
                Drawn = pair.Drawn + 1,
                Overlap = pair.Overlap + (shapes.SimilarityOf(a, unit.Rows[a], b, unit.Rows[b]) ?? 0),
            };
        }

        return pair;
    }

    ImmutableArray<(TideErrorKind, int)> Errors(int first, int second)
    {
        cancellation.ThrowIfCancellationRequested();
        CocoInput input = new AnnotatorPairInput(first, second, plan.Images, plan.Classes, finder).Build();
        return
        [
            .. TideAnalysis
                .Analyse(
                    input,
                    new()
                    {
                        Foreground = settings.Overlap,
                        Background = Math.Min(.1, settings.Overlap),
                        MaxDetections = int.MaxValue,
                    }
                )
                .Errors.Select(error => (error.Kind, error.Count)),
        ];
    }

    // An attribute of another class is another question: only those of the commonest class answer it.
    IEnumerable<AttributeEvidence> AttributesOf(Unit unit)
    {
        var category = unit
            .Classes.Where(each => each >= 0)
            .GroupBy(each => each)
            .OrderByDescending(group => group.Count())
            .First()
            .Key;
        return AttributesOf(
            annotator => annotator.Dataset.Annotations.Attributes,
            annotator => unit.Classes[annotator] == category ? unit.Rows[annotator] : -1,
            isOfImage: false
        );
    }

    IEnumerable<AttributeEvidence> AttributesOf(int image) =>
        AttributesOf(
            annotator => annotator.Dataset.Images.Attributes,
            annotator => plan.Images.RowOf(image, annotator),
            isOfImage: true
        );

    IEnumerable<AttributeEvidence> AttributesOf(
        Func<AnnotatorWork, AttributeTable> table,
        Func<int, int> rowOf,
        bool isOfImage
    )
    {
        var names = plan
            .Annotators.SelectMany(annotator => table(annotator).Columns)
            .Select(column => column.Name)
            .Distinct(StringComparer.Ordinal);
        foreach (var name in names)
        {
            var values = new AttributeValue?[plan.Annotators.Count];
            for (var a = 0; a < values.Length; a++)
                if (rowOf(a) is >= 0 and var row && table(plan.Annotators[a]).TryGet(row, name, out var value))
                    values[a] = value;
            if (Array.Exists(values, value => value is not null))
                yield return new(name, isOfImage, [.. values]);
        }
    }
}
