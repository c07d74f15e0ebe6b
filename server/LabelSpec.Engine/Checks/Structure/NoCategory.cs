using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.Structure;

/// <summary>An annotation that says where, but not what. Captions, and files that declare no categories, say it elsewhere.</summary>
sealed class NoCategory : ColumnCheck
{
    readonly bool[] isOfOneKind;

    public NoCategory(CheckContext context)
        : base(Info, context) => isOfOneKind = FilesOfOneKind(context.Dataset);

    public static new CheckInfo Info { get; } =
        new("LS3007", "no_category", "Annotation without a class", Severity.Error);

    internal override IEnumerable<bool> Circumstances => isOfOneKind;

    public override void Judge(int first, int end, CheckReport report)
    {
        if (Data.Categories.Count == 0)
            return;
        report.Judged(end - first);
        for (var row = first; row < end; row++)
            if (isOfOneKind[Rows.FileOf(row)])
                continue;
            else if (
                (Rows.Categories[row] is var category && category < 0)
                    ? Rows.Shapes[row] != ShapeKind.Caption && Rows.DanglingCategoryId(row).IsNone
                    : string.IsNullOrWhiteSpace(Data.Categories.NameOf(category)) && Facts.DeclarationOf(row) is null
            )
                report.Violated(Violation.OfAnnotation(row));
    }

    public override Explanation Explain(in Violation violation) =>
        new("This annotation has no class.") { Field = Field.Category };

    // Footprints of buildings, roads: in GeoJSON it goes without saying what all features of a file are.
    static bool[] FilesOfOneKind(Dataset dataset)
    {
        var rows = dataset.Annotations;
        bool[] isOfOneKind = [.. dataset.Files.Select(file => file.Format?.Id == "geojson")];
        for (var row = 0; row < rows.Count; row++)
            isOfOneKind[rows.FileOf(row)] &=
                rows.Categories[row] is var category
                && (category < 0 || string.IsNullOrWhiteSpace(dataset.Categories.NameOf(category)));
        return isOfOneKind;
    }
}
