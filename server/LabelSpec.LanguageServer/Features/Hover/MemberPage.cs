using System.Collections.Immutable;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.LanguageServer.Features.Hover;

/// <summary>What there is to know about a built-in member.</summary>
static class MemberPage
{
    /// <summary>By the name of the member of a type; null where there is none.</summary>
    public static string? Of(LabelType target, string name) =>
        target switch
        {
            AnnotationType => Named(AnnotationMembers.All, name),
            ImageType => Named(ImageMembers.All, name),
            TrackType => Named(TrackMembers.All, name),
            GroupType => Named(GroupMembers.All, name),
            DatasetType => Named(DatasetMembers.All, name),
            PointType => Named(PointMembers.All, name),
            _ => null,
        };

    static string? Named<TMember>(ImmutableArray<MemberInfo<TMember>> members, string name)
        where TMember : struct, Enum =>
        members.FirstOrDefault(member => member.Name == name) is { } found ? Of(found) : null;

    public static string Of<TMember>(MemberInfo<TMember> member)
        where TMember : struct, Enum =>
        $"```labelspec\n{member.Name}: {member.Type.DisplayName}\n```\n\n{member.Documentation}"
        + (member.Range == NumericRange.Everything ? "" : $"\n\nIn `{member.Range}`.")
        + (
            member.Shapes.IsEmpty
                ? ""
                : $"\n\nOf {string.Join(", ", member.Shapes.Select(ShapeKinds.NameOf))}; missing for other shapes."
        );
}
