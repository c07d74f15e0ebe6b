using LabelSpec.Annotations.Formats;
using LabelSpec.LanguageServer.Features.Symbols;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Features.Annotations.Editing;

/// <summary>From a label to its class, from an image's id to the image, and back to all that name them.</summary>
static class AnnotationNavigation
{
    /// <summary>More places than this are no answer that anybody reads.</summary>
    const int Most = 10_000;

    public static IReadOnlyList<Location> Definition(WorkspaceSnapshot snapshot, AnnotationView view, Position position)
    {
        if (AnnotationPlace.At(view, view.OffsetOf(position)) is not { } place)
            return [];
        Symbol? symbol = place.Field.Kind switch
        {
            FieldKind.Category => view.ClassOf(place.CategoryIn(view)),
            FieldKind.Name or FieldKind.Id when place.Element.Kind == ElementKind.CategoryDeclaration => view.ClassOf(
                place.CategoryIn(view)
            ),
            FieldKind.Attribute => AnnotationHover.AttributeOf(view, place),
            _ => null,
        };
        if (symbol is not null)
            return [new SpanConverter(snapshot).LocationOf(symbol.NameSpan)];
        if (place.Field.Kind == FieldKind.Category && DeclarationOf(view, place.CategoryIn(view)) is { } declaration)
            return [LocationOf(snapshot, view, Element.CategoryDeclaration(declaration))];
        if (place.Field.Kind == FieldKind.Image && view.ImageOf(place.Element) is >= 0 and var image)
            return [LocationOf(snapshot, view, Element.Image(image))];
        return [];
    }

    /// <summary>All annotations of an image or of a class, and of a class all places in guidelines.</summary>
    public static IReadOnlyList<Location> References(
        WorkspaceSnapshot snapshot,
        AnnotationView view,
        Position position,
        CancellationToken cancellation
    )
    {
        if (AnnotationPlace.At(view, view.OffsetOf(position)) is not { } place)
            return [];
        var rows = view.Dataset.Annotations;
        var isImage =
            place.Field.Kind == FieldKind.Image
            || (place.Element.Kind == ElementKind.Image && place.Field.Kind is FieldKind.Id or FieldKind.FileName);
        var image = isImage ? view.ImageOf(place.Element) : -1;
        var category = isImage ? -1 : place.CategoryIn(view);
        if (image < 0 && category < 0)
            return [];
        var converter = new SpanConverter(snapshot);
        List<Location> locations = view.ClassOf(category) is { } symbol
            ?
            [
                .. SymbolSearch
                    .OccurrencesOf(snapshot, [symbol], cancellation)
                    .Select(occurrence => converter.LocationOf(occurrence.Span)),
            ]
            : [];
        for (var row = 0; row < rows.Count && locations.Count < Most; row++)
        {
            if (image >= 0 ? rows.Images[row] != image : rows.Categories[row] != category)
                continue;
            var element = Element.Annotation(row);
            var span = view.Dataset.Locate(element, isImage ? Field.Image : Field.Category);
            locations.Add(LocationOf(snapshot, view, span));
        }

        return locations;
    }

    static int? DeclarationOf(AnnotationView view, int category)
    {
        for (var i = 0; i < view.Dataset.Categories.Declarations.Length; i++)
            if (category >= 0 && view.Dataset.Categories.OfDeclaration(i) == category)
                return i;
        return null;
    }

    static Location LocationOf(WorkspaceSnapshot snapshot, AnnotationView view, Element element) =>
        LocationOf(snapshot, view, view.Dataset.SpanOf(element));

    static Location LocationOf(
        WorkspaceSnapshot snapshot,
        AnnotationView view,
        LabelSpec.Annotations.Sources.SourceSpan span
    )
    {
        var file = view.Dataset.Files[span.File];
        var (start, end) = (file.PositionOf(span.Start), file.PositionOf(span.End));
        return new Location(
            snapshot.UriOf(file.Path),
            new Protocol.Range(
                new Position(start.Line - 1, (int)start.Column - 1),
                new Position(end.Line - 1, (int)end.Column - 1)
            )
        );
    }
}
