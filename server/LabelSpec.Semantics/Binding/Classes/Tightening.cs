using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Binding.Classes;

/// <summary>Whether one statement allows nothing that another one forbids.</summary>
internal static class Tightening
{
    /// <summary>Whether a limit of a child stands in for one of a parent: unconditional, and about the same side of the same quantity.</summary>
    public static bool Replaces(ClassLimit child, ClassLimit parent) =>
        !child.IsConditional
        && child.Kind == parent.Kind
        && child.Member == parent.Member
        && (
            (double.IsInfinity(child.Range.Lower) ? 0 : 1) >= (double.IsInfinity(parent.Range.Lower) ? 0 : 1)
            && (double.IsInfinity(child.Range.Upper) ? 0 : 1) >= (double.IsInfinity(parent.Range.Upper) ? 0 : 1)
        );

    public static bool Allows(AllowedShape parent, AllowedShape child) =>
        parent.Kind == child.Kind
        && (parent.Extent == ShapeExtent.Unspecified || parent.Extent == child.Extent)
        && (parent.Skeleton is null || child.Skeleton is null || parent.Skeleton == child.Skeleton);

    /// <summary>Whether an attribute allows at most what another one allows.</summary>
    public static bool IsTighter(AttributeSymbol child, AttributeSymbol parent) =>
        child == parent || (WhyLoose(child, parent) is null && WhyLoose(parent, child) is not null);

    /// <summary>What a child's attribute allows that the parent's forbids, in words; null if nothing.</summary>
    public static string? WhyLoose(AttributeSymbol child, AttributeSymbol parent)
    {
        if (parent.IsRequired && !child.IsRequired)
        {
            return "must be `required`, too";
        }
        if (parent.IsConstant && !child.IsConstant)
        {
            return "must be `constant`, too";
        }
        return WhyLoose(child.Type, parent.Type);
    }

    /// <summary>Whether some value fits both types.</summary>
    public static bool AreCompatible(AttributeType left, AttributeType right) =>
        (left, right) switch
        {
            (UnknownAttributeType, _) or (_, UnknownAttributeType) => true,
            (EnumAttributeType first, EnumAttributeType second) => first.Values.Any(value => Has(second.Values, value)),
            (NumberAttributeType first, NumberAttributeType second) => first.Unit == second.Unit
                && !first.Range.Intersect(second.Range).IsEmpty,
            (IntAttributeType first, IntAttributeType second) => !first.Range.Intersect(second.Range).IsEmpty,
            (RefAttributeType first, RefAttributeType second) => first.Classes.Overlaps(second.Classes),
            _ => left.GetType() == right.GetType(),
        };

    private static string? WhyLoose(AttributeType child, AttributeType parent)
    {
        switch (child, parent)
        {
            case (UnknownAttributeType, _) or (_, UnknownAttributeType):
                return null;
            case (EnumAttributeType own, EnumAttributeType other):
                return ForeignValue(own.Values, other.Values);
            case (SetAttributeType own, SetAttributeType other):
                return ForeignValue(own.Values, other.Values);
            case (EnumAttributeType or SetAttributeType, _):
                return $"must be {parent}";
            case (IntAttributeType own, IntAttributeType other):
                return other.Range.Contains(own.Range) ? null : $"must lie in {other.Range}";
            case (IntAttributeType own, NumberAttributeType { Unit.IsScalar: true } other):
                return other.Range.Contains(own.Range) ? null : $"must lie in {other.Range}";
            case (NumberAttributeType own, NumberAttributeType other):
                return own.Unit != other.Unit ? $"must be {other.Unit}"
                    : other.Range.Contains(own.Range) ? null
                    : $"must lie in {other.Range}";
            case (TextAttributeType own, TextAttributeType other):
                return other.Pattern is null || other.Pattern == own.Pattern ? null : $"must match \"{other.Pattern}\"";
            case (RefAttributeType own, RefAttributeType other):
                return own.Classes.IsSubsetOf(other.Classes) ? null : $"must refer to {other.Classes}";
            default:
                return child.GetType() == parent.GetType() ? null : $"must be {parent}";
        }
    }

    private static string? ForeignValue(
        System.Collections.Immutable.ImmutableArray<EnumValueSymbol> own,
        System.Collections.Immutable.ImmutableArray<EnumValueSymbol> other
    )
    {
        foreach (var value in own)
        {
            if (!Has(other, value))
            {
                return $"cannot be `{value.Name}`";
            }
        }
        return null;
    }

    private static bool Has(System.Collections.Immutable.ImmutableArray<EnumValueSymbol> values, EnumValueSymbol value)
    {
        foreach (var other in values)
        {
            if (other.Name == value.Name)
            {
                return true;
            }
        }
        return false;
    }
}
