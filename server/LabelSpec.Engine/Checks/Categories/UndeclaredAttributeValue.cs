using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;
using LabelSpec.Grammar.Lexing;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>A value that the file's own declaration of the attribute does not list (CVAT labels, Supervisely tags).</summary>
sealed class UndeclaredAttributeValue(CheckContext context) : ColumnCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3110", "undeclared_attribute_value", "Value is not among those the file declares", Severity.Warning)
        {
            HasFix = true,
        };

    public override void Judge(int first, int end, CheckReport report)
    {
        var columns = Rows.Attributes.Columns;
        if (columns.IsEmpty || !Facts.DeclaresAttributes)
            return;
        for (var row = first; row < end; row++)
        {
            if (Facts.DeclarationOf(row) is not { Attributes.IsEmpty: false } declaration)
                continue;
            for (var i = 0; i < columns.Length; i++)
            {
                if (!columns[i].TryGet(row, out var value) || Find(declaration, columns[i].Name) is not { } attribute)
                    continue;
                report.Judged();
                if (!IsDeclared(attribute, value))
                    report.Violated(Violation.OfAnnotation(row) with { Detail = i });
            }
        }
    }

    public override Explanation Explain(in Violation violation)
    {
        var column = Rows.Attributes.Columns[violation.Detail];
        var attribute = Find(Facts.DeclarationOf(violation.Subject)!, column.Name)!;
        column.TryGet(violation.Subject, out var value);
        var nearest = NearestWord.Find(value.AsText, attribute.Values);
        return new(
            $"{column.Name} of {NameOf(violation.Subject)} is \"{value}\"; the file declares "
                + $"{Wording.Quoted(attribute.Values)}."
                + (nearest is null ? "" : $" Did you mean \"{nearest}\"?")
        )
        {
            Field = Field.Attribute(column.Name),
            Values = [new DecidingValue("attribute", column.Name), new DecidingValue("value", value.ToString())],
            Repairs = [.. Repairs(violation.Subject, column.Name, value.ToString(), nearest)],
        };
    }

    IEnumerable<Repair> Repairs(int row, string attribute, string value, string? nearest)
    {
        if (nearest is not null)
            yield return Meant.Value(row, attribute, nearest);
        var declaration = Data.Categories.Declarations.IndexOf(Facts.DeclarationOf(row)!);
        if (value.Length > 0 && declaration >= 0)
            yield return new Repair(
                $"List \"{value}\" among the values of {attribute} in the file",
                new ElementChange.DeclareValue(Element.CategoryDeclaration(declaration), attribute, value)
            )
            {
                IsSafe = false,
            };
    }

    static AttributeDeclaration? Find(CategoryDeclaration declaration, string name)
    {
        foreach (var attribute in declaration.Attributes)
            if (attribute.Name == name)
                return attribute;
        return null;
    }

    static bool IsDeclared(AttributeDeclaration attribute, AttributeValue value) =>
        !AttributeDeclarations.ListsItsValues(attribute)
        || AttributeValues.IsMissing(value)
        || attribute.Values.Contains(value.ToString());
}
