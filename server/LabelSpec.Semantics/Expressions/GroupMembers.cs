using System.Collections.Immutable;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>The members of groups.</summary>
public static class GroupMembers
{
    public static ImmutableArray<MemberInfo<GroupMember>> All { get; } =
    [
        new(GroupMember.Id, "id", IdType.Instance, NumericRange.Everything, [], "The group id in the annotation file."),
        new(
            GroupMember.Size,
            "size",
            NumberType.Count,
            new NumericRange(1, double.PositiveInfinity),
            [],
            "The number of annotations, at least 1."
        ),
    ];
}
