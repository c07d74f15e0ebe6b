using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>Members that annotation files store, so that the scenes of tests may set them like attributes.</summary>
public static class SceneMembers
{
    /// <summary>What an image of a scene has beside its attributes: a list of free words.</summary>
    public const string ImageTags = "tags";

    public static ImmutableArray<(string Name, AnnotationMember Member, AttributeType Type)> All { get; } =
    [
        ("id", AnnotationMember.Id, new TextAttributeType(null, null)),
        ("source", AnnotationMember.Source, new TextAttributeType(null, null)),
        ("annotator", AnnotationMember.Annotator, new TextAttributeType(null, null)),
        ("score", AnnotationMember.Score, new NumberAttributeType(new NumericRange(0, 1), Unit.Ratio)),
        ("crowd", AnnotationMember.Crowd, new BoolAttributeType()),
        ("order", AnnotationMember.Order, new IntAttributeType(NumericRange.Everything)),
        ("pitch", AnnotationMember.Pitch, new NumberAttributeType(NumericRange.Everything, Unit.Degree)),
        ("roll", AnnotationMember.Roll, new NumberAttributeType(NumericRange.Everything, Unit.Degree)),
    ];

    public static (string Name, AnnotationMember Member, AttributeType Type)? Find(string name)
    {
        foreach (var member in All)
        {
            if (member.Name == name)
            {
                return member;
            }
        }
        return null;
    }
}
