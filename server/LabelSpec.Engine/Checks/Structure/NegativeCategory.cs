using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Structure;

/// <summary>An annotation of a class that its image declares as absent (LVIS <c>neg_category_ids</c>).</summary>
sealed class NegativeCategory(CheckContext context) : ImageCheck(Info, context)
{
    const string Attribute = "neg_category_ids";

    public static new CheckInfo Info { get; } =
        new("LS3008", "negative_category", "Class is declared absent on the image", Severity.Error);

    readonly AttributeColumn? absent = context.Dataset.Images.Attributes.Find(Attribute);

    public override void Judge(int image, ReadOnlySpan<int> annotations, CheckReport report)
    {
        if (absent is null || !absent.TryGet(image, out var ids))
            return;
        report.Judged(annotations.Length);
        foreach (var row in annotations)
            if (IdOf(row) is { } id && ids.AsTexts.Contains(id) && !Rows.Flags[row].HasFlag(AnnotationFlags.Prediction))
                report.Violated(Violation.OfAnnotation(row));
    }

    public override Explanation Explain(in Violation violation) =>
        new(
            $"{NameOf(violation.Subject)} is annotated, but its image declares that there is none: "
                + $"{IdOf(violation.Subject)} is among its {Attribute}."
        )
        {
            Field = Field.Category,
            Values = [new DecidingValue("category", IdOf(violation.Subject) ?? "")],
            Related = [new(SubjectKind.Image, Rows.Images[violation.Subject], "the image with its absent classes")],
        };

    string? IdOf(int row) =>
        Facts.DeclarationOf(row) is { Id.IsNone: false } declaration ? Data.IdTexts.Show(declaration.Id) : null;
}
