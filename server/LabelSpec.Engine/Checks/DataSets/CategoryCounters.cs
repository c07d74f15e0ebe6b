using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>
/// Counts that a file states for its categories (LVIS <c>image_count</c>, <c>instance_count</c>) are not those of its
/// annotations: one finding for each file.
/// </summary>
sealed class CategoryCounters(CheckContext context) : DatasetCheck(Info, context)
{
    const int Examples = 4;

    public static new CheckInfo Info { get; } =
        new("LS5018", "category_counters", "Stated counts of categories are wrong", Severity.Warning)
        {
            Parameters =
            [
                new(
                    "share",
                    0.5,
                    "%",
                    "Where more categories than this differ, the counts are those of a larger data set"
                ),
            ],
        };

    readonly double largestShare = context.Settings.ParameterOf(Info, "share");

    public override void Judge(CheckReport report)
    {
        foreach (var counted in Counted())
        {
            report.Judged(counted.Declarations.Count);
            var wrong = counted.Declarations.FindAll(one => IsWrong(counted, one));
            if (wrong.Count > 0 && wrong.Count <= largestShare * counted.Declarations.Count)
                report.Violated(
                    new()
                    {
                        Kind = SubjectKind.Category,
                        Subject = wrong[0],
                        Value = wrong.Count,
                        Limit = counted.Declarations.Count,
                    }
                );
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var declaration = Data.Categories.Declarations[violation.Subject];
        var counted = Counted().First(one => one.File == declaration.Span.File);
        var wrong = counted.Declarations.FindAll(one => IsWrong(counted, one));
        return new(
            $"{wrong.Count} of {counted.Declarations.Count} categories state a wrong count, such as "
                + $"{string.Join("; ", wrong.Take(Examples).Select(one => Show(counted, one)))}."
        )
        {
            Field = new Field(FieldKind.Name),
            Values = [new DecidingValue("wrong", wrong.Count), new DecidingValue("of", counted.Declarations.Count)],
            Related =
            [
                .. wrong
                    .Skip(1)
                    .Take(Examples)
                    .Select(one => new RelatedSubject(SubjectKind.Category, one, Show(counted, one))),
            ],
        };
    }

    sealed record Counts(int File, List<int> Declarations, Dictionary<int, (int Annotations, int Images)> OfCategory);

    List<Counts> Counted()
    {
        var files = new SortedDictionary<int, Counts>();
        for (var i = 0; i < Data.Categories.Declarations.Length; i++)
        {
            var declaration = Data.Categories.Declarations[i];
            if (declaration.StoredAnnotationCount < 0 && declaration.StoredImageCount < 0)
                continue;
            if (!files.TryGetValue(declaration.Span.File, out var counts))
                files.Add(declaration.Span.File, counts = new(declaration.Span.File, [], []));
            counts.Declarations.Add(i);
        }

        if (files.Count == 0)
            return [];
        var seen = new HashSet<(int Category, int Image)>();
        for (var row = 0; row < Rows.Count; row++)
        {
            var (category, image) = (Rows.Categories[row], Rows.Images[row]);
            if (category < 0 || image < 0 || !files.TryGetValue(Rows.FileOf(row), out var counts))
                continue;
            var (annotations, images) = counts.OfCategory.GetValueOrDefault(category);
            counts.OfCategory[category] = (annotations + 1, images + (seen.Add((category, image)) ? 1 : 0));
        }

        return [.. files.Values];
    }

    bool IsWrong(Counts counts, int declaration)
    {
        var stated = Data.Categories.Declarations[declaration];
        var (annotations, images) = counts.OfCategory.GetValueOrDefault(Data.Categories.OfDeclaration(declaration));
        return (stated.StoredAnnotationCount >= 0 && stated.StoredAnnotationCount != annotations)
            || (stated.StoredImageCount >= 0 && stated.StoredImageCount != images);
    }

    string Show(Counts counts, int declaration)
    {
        var stated = Data.Categories.Declarations[declaration];
        var (annotations, images) = counts.OfCategory.GetValueOrDefault(Data.Categories.OfDeclaration(declaration));
        return stated.StoredAnnotationCount >= 0 && stated.StoredAnnotationCount != annotations
            ? $"\"{stated.Name}\" states {stated.StoredAnnotationCount} annotations and has {annotations}"
            : $"\"{stated.Name}\" states {stated.StoredImageCount} images and has {images}";
    }
}
