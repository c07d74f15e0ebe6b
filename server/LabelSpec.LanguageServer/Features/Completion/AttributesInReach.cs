using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>The attributes and keypoints that a scene, an example or a declaration can name.</summary>
static class AttributesInReach
{
    public static IEnumerable<AttributeSymbol> Of(CompletionPlace place)
    {
        if (SceneBlock.Around(place) is { } scene)
            return scene.Attributes;
        for (var i = place.Path.Count - 1; i >= 0; i--)
            switch (place.Path[i])
            {
                case SceneAnnotation annotation:
                    return place.Guideline.FindClass(annotation.Class.Value)?.Attributes ?? [];
                case SceneTrack track:
                    return place.Guideline.FindClass(track.Class.Value)?.Attributes ?? [];
                case SceneImage or SceneFrame:
                    return place.Guideline.ImageAttributes;
                case ClassDeclaration @class:
                    return place.Guideline.FindClass(@class.Name.Value)?.Attributes ?? [];
                case ImageDeclaration:
                    return place.Guideline.ImageAttributes;
                case QualityDeclaration or RuleDeclaration:
                    return place.Guideline.Classes.SelectMany(@class => @class.Attributes);
            }

        return [];
    }

    /// <summary>The attribute that is assigned a value, or given a default; null where it is not known.</summary>
    public static AttributeSymbol? Assigned(CompletionPlace place, string name)
    {
        if (SceneBlock.Around(place) is { } scene)
            return scene.Attributes.FirstOrDefault(attribute => attribute.Name == name);
        // A value that is not there yet leaves the cursor behind the attribute.
        var behind = place.Tree.PathAt(Math.Max(0, place.Before.EndOf(0)));
        if (place.Path.Concat(behind).OfType<AttributeMember>().FirstOrDefault() is { } declared)
            return place
                .Guideline.Classes.SelectMany(@class => @class.OwnAttributes)
                .Concat(place.Guideline.ImageAttributes)
                .FirstOrDefault(attribute =>
                    attribute.NameSpan.File.Path == place.Analysis.Path
                    && attribute.NameSpan.Start == place.Tree.SpanOf(declared.Name).Start
                );
        return Of(place).FirstOrDefault(attribute => attribute.Name == name);
    }

    public static IEnumerable<KeypointSymbol> KeypointsOf(CompletionPlace place)
    {
        var name =
            place.Path.OfType<SkeletonGeometry>().LastOrDefault()?.Skeleton?.Value
            ?? place.Path.OfType<SkeletonDeclaration>().LastOrDefault()?.Name.Value;
        if (name is not null)
            return place.Guideline.Skeletons.FirstOrDefault(skeleton => skeleton.Name == name)?.Points ?? [];
        var annotation = place.Path.OfType<SceneAnnotation>().LastOrDefault()?.Class.Value;
        return annotation is null ? KeypointsBeingTyped(place) : KeypointsOf(place, annotation);
    }

    static IEnumerable<KeypointSymbol> KeypointsOf(CompletionPlace place, string @class) =>
        place.Guideline.FindClass(@class)?.Shapes.SelectMany(shape => shape.Skeleton?.Points ?? []) ?? [];

    /// <summary>Of a skeleton that has no point yet, the words before tell which it is: its name, or its class.</summary>
    static IEnumerable<KeypointSymbol> KeypointsBeingTyped(CompletionPlace place)
    {
        var before = place.Before;
        var distance = 0;
        while (before[distance].Kind is not (TokenKind.OpenBrace or TokenKind.EndOfSegment))
            distance++;
        if (before[distance + 1].Keyword == Keyword.Skeleton)
            return KeypointsOf(place, before.TextOf(distance + 2));
        return
            before[distance + 2].Keyword == Keyword.Skeleton
            && place.Guideline.Skeletons.FirstOrDefault(one => one.Name == before.TextOf(distance + 1)) is { } skeleton
            ? skeleton.Points
            : [];
    }
}
