using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>A label of an earlier version of the guideline, or a class that it advises against.</summary>
sealed class OutdatedClass(CheckContext context) : ClassCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS3102", "outdated_class", "Class is replaced or deprecated", Severity.Warning) { HasFix = true };

    protected override bool IsWrong(string name, ClassSymbol? symbol) =>
        symbol is null ? Guideline?.FindClassByReplacedLabel(name) is not null : symbol.Deprecated is not null;

    public override Explanation Explain(in Violation violation)
    {
        var name = CategoryOf(violation);
        var symbol = Facts.ClassOf(Rows.Categories[violation.Subject]);
        var use = symbol is null ? Guideline?.FindClassByReplacedLabel(name) : symbol.Deprecated?.Use;
        var why = symbol?.Deprecated?.Why is { Length: > 0 } reason ? $": {reason}" : "";
        return new(
            (
                symbol is null
                    ? $"\"{name}\" is a label of an earlier version"
                    : $"The class \"{name}\" is deprecated{why}"
            ) + (use is null ? "." : $"; use \"{use.Label}\".")
        )
        {
            Field = Field.Category,
            Values = [new DecidingValue("class", name)],
            Repairs = use is null
                ? []
                :
                [
                    new(
                        $"Change the class to {use.Label}",
                        new ElementChange.SetCategory(Element.Annotation(violation.Subject), use.Label)
                    ),
                    .. Renamed(violation.Subject, name, use.Label),
                ],
        };
    }

    /// <summary>
    /// Where annotations have the number of a class and the new one has no number yet, the name behind the number is changed: that says of
    /// all annotations of the class what the guideline says.
    /// </summary>
    IEnumerable<Repair> Renamed(int row, string from, string to)
    {
        var declarations = Data.Categories.Declarations;
        var file = Rows.FileOf(row);
        // A file without classes of its own counts by those of another one.
        var files = declarations.Any(one => one.Span.File == file)
            ? [file]
            : declarations.Where(one => one.Name == from).Select(one => one.Span.File).ToHashSet();
        var governing = declarations.Index().Where(one => files.Contains(one.Item.Span.File)).ToList();
        if (governing.Exists(one => one.Item.Name == to))
            yield break;
        var renamed = governing
            .Where(one => one.Item.Name == from && !one.Item.Id.IsNone)
            .Select(one =>
                (ElementChange)new ElementChange.RenameCategory(Element.CategoryDeclaration(one.Index), from, to)
            )
            .ToList();
        if (renamed.Count > 0)
            yield return new Repair($"Rename the class \"{from}\" to \"{to}\", for all its annotations", [.. renamed]);
    }
}
