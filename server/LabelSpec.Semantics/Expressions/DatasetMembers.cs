using System.Collections.Immutable;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Expressions;

/// <summary>The members of the data as a whole.</summary>
public static class DatasetMembers
{
    private static readonly NumericRange NotNegative = new(0, double.PositiveInfinity);

    public static ImmutableArray<MemberInfo<DatasetMember>> All { get; } =
    [
        new(DatasetMember.Images, "images", NumberType.Count, NotNegative, [], "The number of images."),
        new(DatasetMember.Annotations, "annotations", NumberType.Count, NotNegative, [], "The number of annotations."),
    ];
}
