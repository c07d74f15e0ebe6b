using System.Collections.Immutable;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.LanguageServer.Features.Hover;

/// <summary>A class as annotators see it in the handbook.</summary>
static class ClassPage
{
    const int MostPictures = 3;

    public static void Write(PageWriter page, Guideline guideline, ClassSymbol @class)
    {
        if (@class.Deprecated is { } deprecated)
            page.Paragraph(
                "**Deprecated.** " + deprecated.Why + (deprecated.Use is { } use ? $" Use `{use.Name}` instead." : "")
            );
        page.List(@class.Includes.Select(include => $"✓ {include.Text}"));
        page.List(
            @class.Excludes.Select(exclude => $"✗ {exclude.Text}" + (exclude.Use is { } use ? $" → `{use.Name}`" : ""))
        );
        page.List(Facts(guideline, @class));
        WriteExamples(page, @class.Examples, @class.Counterexamples, @class.Span.File.Path);
    }

    public static void WriteExamples(
        PageWriter page,
        ImmutableArray<Example> examples,
        ImmutableArray<Example> counterexamples,
        string guidelinePath
    )
    {
        foreach (
            var (example, mark) in examples
                .Select(e => (e, "✓"))
                .Concat(counterexamples.Select(e => (e, "✗")))
                .Take(MostPictures)
        )
            page.Paragraph(
                (
                    example.Image is { } image
                        ? $"![{image}]({DocumentUri.Of(GuidelinePath.Resolve(guidelinePath, image))}|width=240)\n\n"
                        : ""
                ) + $"{mark} {example.Text}"
            );
    }

    static IEnumerable<string> Facts(Guideline guideline, ClassSymbol @class)
    {
        if (@class.Id is { } id)
            yield return $"id {id}";
        if (!@class.Shapes.IsEmpty)
            yield return "drawn as " + string.Join(" or ", @class.Shapes.Select(NameOf).Distinct());
        // One member may stand for several limits, such as those of width and height.
        foreach (var limit in @class.Limits.DistinctBy(limit => limit.Span))
            yield return $"`{PageWriter.OnOneLine(limit.Span.Text)}`" + From(limit.DeclaredIn, @class);
        foreach (var attribute in @class.Attributes)
            yield return $"`{attribute.Name}: {attribute.Type}`"
                + (attribute.IsRequired ? ", required" : "")
                + (attribute.DeclaredIn is { } owner ? From(owner, @class) : "");
        var children = guideline
            .Classes.Where(other => other.Parents.Contains(@class))
            .Select(other => $"`{other.Name}`")
            .ToList();
        if (children.Count > 0)
            yield return "extended by " + string.Join(", ", children);
        if (!@class.Aliases.IsEmpty)
            yield return "also called " + string.Join(", ", @class.Aliases.Select(alias => $"\"{alias.Name}\""));
    }

    /// <summary>With how much of the object it covers, where that is said.</summary>
    static string NameOf(AllowedShape shape) =>
        ShapeKinds.NameOf(shape.Kind)
        + shape.Extent switch
        {
            ShapeExtent.Visible => " around what is visible",
            ShapeExtent.Amodal => " around the whole object, hidden parts included",
            _ => "",
        };

    static string From(ClassSymbol owner, ClassSymbol @class) => owner == @class ? "" : $" (from `{owner.Name}`)";
}
