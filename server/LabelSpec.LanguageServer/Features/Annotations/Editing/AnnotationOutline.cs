using System.Globalization;
using System.Text.Json.Nodes;
using LabelSpec.Annotations.Formats;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;

namespace LabelSpec.LanguageServer.Features.Annotations.Editing;

/// <summary>The images of a file: as symbols with their annotations, as links to pictures, as lenses with counts.</summary>
static class AnnotationOutline
{
    /// <summary>Above so many annotations the outline shows images only.</summary>
    const int MostAnnotations = 5000;

    const int MostImages = 5000;
    const int MostLinks = 1000;
    const int MostLenses = 1000;

    public static IReadOnlyList<DocumentSymbol> Symbols(AnnotationView view)
    {
        var withAnnotations = view.Dataset.Annotations.Count <= MostAnnotations;
        return
        [
            .. view
                .Images.Take(MostImages)
                .Select(image => new DocumentSymbol(
                    view.Dataset.Images.FileNames[image] is { Length: > 0 } name ? name : "(no name)",
                    Plural(view.Dataset.Annotations.OfImage(image).Length, "annotation"),
                    SymbolKind.File,
                    null,
                    view.RangeOf(view.Dataset.Images.SpanOf(image)),
                    view.RangeOf(NameOf(view, image)),
                    withAnnotations ? AnnotationsOf(view, image) : null
                )),
        ];
    }

    public static IReadOnlyList<DocumentLink> Links(AnnotationView view)
    {
        var links = new List<DocumentLink>();
        foreach (var image in view.Images.Take(MostLinks))
            if (
                view.Locate(Element.Image(image), new Field(FieldKind.FileName)) is { IsNone: false } span
                && PictureImages.PathOf(view, image) is { } path
            )
                links.Add(new DocumentLink(view.RangeOf(span), DocumentUri.Of(path), "Open the picture"));
        return links;
    }

    /// <summary>One for each image. What it says, which takes all findings, is found out when it is looked at.</summary>
    public static IReadOnlyList<CodeLens> Lenses(AnnotationView view, string uri) =>
        [
            .. view
                .Images.Take(MostLenses)
                .Select(
                    (image, index) =>
                        new CodeLens(
                            view.RangeOf(NameOf(view, image)),
                            null,
                            ItemData.Of(new JsonObject { ["uri"] = uri, ["index"] = index })
                        )
                ),
        ];

    /// <param name="showsPictures">Whether the client has the command that shows a picture.</param>
    public static CodeLens Resolved(AnnotationView view, CodeLens lens, bool showsPictures)
    {
        if (
            ItemData.UriOf(lens.Data) is not { } uri
            || ItemData.NumberOf(lens.Data, "index") is not { } index
            || view.Images.Skip(index).FirstOrDefault(-1) is not (>= 0 and var image)
        )
            return lens;
        var name = view.Dataset.Images.FileNames[image];
        var title =
            $"{Plural(view.Dataset.Annotations.OfImage(image).Length, "annotation")}, {Plural(view.Analysis.CountIn(view.Path, name), "finding")}";
        return lens with
        {
            Command = showsPictures
                ? new Command(title + " · show", "labelspec.showPicture", [PictureOf(uri, index)])
                : new Command(title, ""),
        };
    }

    static System.Text.Json.JsonElement PictureOf(string uri, int index) =>
        System.Text.Json.JsonSerializer.SerializeToElement(
            new Protocol.Custom.PictureParams(new TextDocumentIdentifier(uri), Index: index),
            ProtocolContext.Default.PictureParams
        );

    static List<DocumentSymbol> AnnotationsOf(AnnotationView view, int image)
    {
        var rows = view.Dataset.Annotations;
        var symbols = new List<DocumentSymbol>();
        foreach (var row in rows.OfImage(image))
        {
            if (rows.FileOf(row) != view.FileIndex)
                continue;
            var category = rows.Categories[row];
            var name = category < 0 ? "?" : view.Dataset.Categories.NameOf(category);
            var range = view.RangeOf(rows.SpanOf(row));
            symbols.Add(
                new DocumentSymbol(
                    rows.Flags[row].HasFlag(LabelSpec.Annotations.Model.AnnotationFlags.HasId)
                        ? $"{name} {view.Dataset.IdTexts.Show(rows.Ids[row])}"
                        : name,
                    rows.Shapes[row].ToString().ToLowerInvariant(),
                    SymbolKind.Object,
                    null,
                    range,
                    range,
                    null
                )
            );
        }

        return symbols;
    }

    static LabelSpec.Annotations.Sources.SourceSpan NameOf(AnnotationView view, int image)
    {
        var span = view.Locate(Element.Image(image), new Field(FieldKind.FileName));
        return span.IsNone ? view.Dataset.Images.SpanOf(image) with { Length = 0 } : span;
    }

    static string Plural(int count, string what) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {what}{(count == 1 ? "" : "s")}");
}
