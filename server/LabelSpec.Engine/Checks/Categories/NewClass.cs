using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Violations;

namespace LabelSpec.Engine.Checks.Categories;

/// <summary>
/// Ways to give an annotation another class. Where annotations have the number of a class and the new one has no number yet, the name behind
/// the number is changed: that says of all annotations of the class what is said of one. Where a file lists the names that it may use, the
/// new one is listed beside the old one.
/// </summary>
static class NewClass
{
    public static IEnumerable<Repair> Of(Dataset data, int row, string from, string to)
    {
        var change = new ElementChange.SetCategory(Element.Annotation(row), to);
        yield return new($"Change the class to {to}", change);
        var declarations = data.Categories.Declarations;
        var file = data.Annotations.FileOf(row);
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
        else if (governing.FindIndex(one => one.Item.Name == from) is >= 0 and var beside)
            yield return new Repair(
                $"List the class \"{to}\" in the file, and change the class to it",
                [new ElementChange.DeclareCategory(Element.CategoryDeclaration(governing[beside].Index), to), change]
            );
    }
}
