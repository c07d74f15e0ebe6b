using System.Collections.Immutable;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Symbols.Scenes;

/// <summary>One annotation of a scene.</summary>
/// <param name="Name">What expectations call it, or null.</param>
/// <param name="ImageIndex">Its image, an index into <see cref="Scene.Images"/>.</param>
/// <param name="Shapes">One, or several of one annotation, such as a box and a mask; the first is the main one.</param>
/// <param name="Members">Built-in members that the scene sets, such as <c>score</c>, <c>annotator</c> or <c>crowd</c>.</param>
/// <param name="Attributes">Values that the scene gives, without defaults.</param>
public sealed record SceneAnnotation(
    string? Name,
    ClassSymbol Class,
    ImmutableArray<SceneShape> Shapes,
    int ImageIndex,
    string? Track,
    string? Group,
    ImmutableDictionary<string, AttributeValue> Attributes,
    ImmutableDictionary<AnnotationMember, AttributeValue> Members,
    SourceSpan Span
)
{
    /// <summary>The object of the track is out of sight from here on; there is no shape.</summary>
    public bool IsOutside { get; init; }
}
