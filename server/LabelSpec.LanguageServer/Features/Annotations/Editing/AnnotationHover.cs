using System.Globalization;
using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Engine.Findings;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.LanguageServer.Features.Annotations.Editing;

/// <summary>What there is to know about a value: its class, its picture, and what is wrong with it and why.</summary>
static class AnnotationHover
{
    public static Protocol.Hover? At(AnnotationView view, Position position)
    {
        var offset = view.OffsetOf(position);
        var place = AnnotationPlace.At(view, offset);
        // What is said about the value itself comes first, then what it is, then what is said about all around it.
        var findings = FindingsAt(view, offset)
            .OrderBy(finding => finding.Location.End - finding.Location.Start)
            .ToLookup(finding => place is null || finding.Location.End - finding.Location.Start <= place.Span.Length);
        var parts = findings[true].Select(finding => Written(text => Write(text, finding)));
        if (place is not null)
            parts = parts.Append(Written(text => Write(text, view, place)));
        parts = parts.Concat(findings[false].Select(finding => Written(text => Write(text, finding))));
        var page = string.Join("\n\n---\n\n", parts.Where(part => part.Length > 0));
        return page.Length == 0
            ? null
            : new Protocol.Hover(MarkupContent.Markdown(page), place is null ? null : view.RangeOf(place.Span));
    }

    static string Written(Action<StringBuilder> write)
    {
        var text = new StringBuilder();
        write(text);
        return text.ToString().TrimEnd();
    }

    /// <summary>The findings whose place is around a byte.</summary>
    public static IEnumerable<Finding> FindingsAt(AnnotationView view, long offset) =>
        view.Findings.Where(finding => finding.Location.Start <= offset && offset <= finding.Location.End);

    static void Write(StringBuilder text, Finding finding)
    {
        text.Append(CultureInfo.InvariantCulture, $"**{ShownFindings.NameOf(finding.Severity)} `{finding.Rule}`** ");
        text.Append(finding.Message).Append("\n\n");
        if (!finding.Values.IsEmpty)
            text.Append(string.Join(" · ", finding.Values.Select(value => $"{value.Name} = `{value.Display}`")))
                .Append("\n\n");
        foreach (var fix in finding.Fixes)
            text.Append(CultureInfo.InvariantCulture, $"- fix: {fix.Title}\n");
    }

    static void Write(StringBuilder text, AnnotationView view, AnnotationPlace place)
    {
        switch (place.Field.Kind)
        {
            case FieldKind.Category:
            case FieldKind.Name:
            case FieldKind.Id when place.Element.Kind == ElementKind.CategoryDeclaration:
                WriteClass(text, view, place.CategoryIn(view));
                break;
            case FieldKind.Image:
            case FieldKind.FileName:
            case FieldKind.Id when place.Element.Kind == ElementKind.Image:
                WriteImage(text, view, view.ImageOf(place.Element));
                break;
            case FieldKind.Attribute:
                WriteAttribute(text, view, place);
                break;
            case FieldKind.Area or FieldKind.Box when place.Element.Kind == ElementKind.Annotation:
                var box = view.Dataset.Annotations.Boxes[place.Element.Index];
                text.Append(
                    CultureInfo.InvariantCulture,
                    $"box {box.Width:0.##} × {box.Height:0.##} px at ({box.Left:0.##}, {box.Top:0.##}), {box.Area:0.##} px²\n"
                );
                break;
            default:
                break;
        }
    }

    static void WriteClass(StringBuilder text, AnnotationView view, int category)
    {
        if (category < 0)
        {
            text.Append("No category of this file has this id.\n");
            return;
        }

        var name = view.Dataset.Categories.NameOf(category);
        long count = 0;
        foreach (var one in view.Dataset.Annotations.Categories)
            count += one == category ? 1 : 0;
        text.Append(CultureInfo.InvariantCulture, $"**{name}** · {Annotations(count)}\n\n");
        if (view.ClassOf(category) is { } symbol)
            Write(text, symbol);
        else if (view.Analysis.Guideline is { } guideline)
            text.Append(CultureInfo.InvariantCulture, $"The guideline {guideline.Name} has no class of this label.\n");
    }

    static void Write(StringBuilder text, ClassSymbol symbol)
    {
        if (symbol.Documentation is { Length: > 0 } documentation)
            text.Append(documentation.Trim()).Append("\n\n");
        foreach (var include in symbol.Includes)
            text.Append("- ✓ ").Append(include.Text).Append('\n');
        foreach (var exclude in symbol.Excludes)
            text.Append("- ✗ ").Append(exclude.Text).Append('\n');
        if (!symbol.Shapes.IsEmpty)
            text.Append("\ndrawn as ")
                .Append(string.Join(" or ", symbol.Shapes.Select(shape => ShapeKinds.NameOf(shape.Kind)).Distinct()))
                .Append("\n\n");
        foreach (var attribute in symbol.Attributes)
            text.Append(CultureInfo.InvariantCulture, $"- `{attribute.Name}: {attribute.Type}`\n");
    }

    static void WriteImage(StringBuilder text, AnnotationView view, int image)
    {
        if (image < 0)
        {
            text.Append("No image of this file has this id.\n");
            return;
        }

        var images = view.Dataset.Images;
        text.Append(CultureInfo.InvariantCulture, $"**{images.FileNames[image]}**");
        if (images.Widths[image] > 0 && images.Heights[image] > 0)
            text.Append(CultureInfo.InvariantCulture, $" · {images.Widths[image]} × {images.Heights[image]} px");
        text.Append(
            CultureInfo.InvariantCulture,
            $" · {Annotations(view.Dataset.Annotations.OfImage(image).Length)}\n\n"
        );
        if (PictureImages.PathOf(view, image) is { } path)
            text.Append(CultureInfo.InvariantCulture, $"![]({DocumentUri.Of(path)}|width=320)\n");
    }

    static string Annotations(long count) =>
        count == 1 ? "1 annotation" : string.Create(CultureInfo.InvariantCulture, $"{count:N0} annotations");

    static void WriteAttribute(StringBuilder text, AnnotationView view, AnnotationPlace place)
    {
        text.Append(CultureInfo.InvariantCulture, $"**{place.Field.Name}**");
        if (AttributeOf(view, place) is { } symbol)
        {
            text.Append(CultureInfo.InvariantCulture, $": `{symbol.Type}`\n\n");
            text.Append(symbol.Documentation?.Trim()).Append('\n');
        }
        else if (view.Analysis.Guideline is not null)
            text.Append(" is not in the guideline for this class.\n");
    }

    /// <summary>What the guideline says about the attribute at a place; null where nothing.</summary>
    public static AttributeSymbol? AttributeOf(AnnotationView view, AnnotationPlace place)
    {
        var attributes =
            place.Element.Kind == ElementKind.Image
                ? view.Analysis.Guideline?.ImageAttributes.AsEnumerable()
                : view.ClassOf(place.CategoryIn(view))?.Attributes;
        return attributes?.FirstOrDefault(symbol => symbol.Label == place.Field.Name);
    }
}
