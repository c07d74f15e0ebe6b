using System.Collections.Immutable;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Binding.Classes;

/// <summary>Gives classes what their parents have. Parents are merged before their children.</summary>
internal static class MemberInheritance
{
    public static void MergeShapes(ClassSymbol symbol)
    {
        if (!symbol.Shapes.IsEmpty)
        {
            return;
        }
        foreach (var parent in symbol.Parents)
        {
            symbol.Shapes = symbol.Shapes.IsEmpty ? parent.Shapes : Intersect(symbol.Shapes, parent.Shapes);
        }
    }

    public static void MergeAttributes(ClassSymbol symbol)
    {
        if (symbol.Parents.IsEmpty)
        {
            symbol.Attributes = symbol.OwnAttributes;
            return;
        }
        var merged = symbol.OwnAttributes.ToBuilder();
        foreach (var parent in symbol.Parents)
        {
            foreach (var attribute in parent.Attributes)
            {
                var position = IndexOf(merged, attribute.Name);
                if (position < 0)
                {
                    merged.Add(attribute);
                }
                else if (merged[position].DeclaredIn != symbol && Tightening.IsTighter(attribute, merged[position]))
                {
                    merged[position] = attribute;
                }
            }
        }
        symbol.Attributes = merged.DrainToImmutable();
    }

    /// <summary>Own limits come first, then those of the parents that no own one replaces.</summary>
    public static void MergeLimits(ClassSymbol symbol)
    {
        if (symbol.Parents.IsEmpty)
        {
            return;
        }
        var limits = symbol.Limits.ToBuilder();
        var parts = symbol.Parts.ToBuilder();
        foreach (var parent in symbol.Parents)
        {
            foreach (var limit in parent.Limits)
            {
                if (!limits.Any(own => own == limit || (own.DeclaredIn == symbol && Tightening.Replaces(own, limit))))
                {
                    limits.Add(limit);
                }
            }
            foreach (var part in parent.Parts)
            {
                if (!parts.Any(own => own == part || (own.DeclaredIn == symbol && own.Classes.Equals(part.Classes))))
                {
                    parts.Add(part);
                }
            }
        }
        symbol.Limits = limits.DrainToImmutable();
        symbol.Parts = parts.DrainToImmutable();
    }

    private static ImmutableArray<AllowedShape> Intersect(
        ImmutableArray<AllowedShape> first,
        ImmutableArray<AllowedShape> second
    )
    {
        if (second.IsEmpty)
        {
            return first;
        }
        var both = first.RemoveAll(shape => !second.Any(other => Tightening.Allows(other, shape)));
        // Parents that share no shape are reported; the first one's shapes keep the rest meaningful.
        return both.IsEmpty ? first : both;
    }

    private static int IndexOf(ImmutableArray<AttributeSymbol>.Builder attributes, string name)
    {
        for (var i = 0; i < attributes.Count; i++)
        {
            if (attributes[i].Name == name)
            {
                return i;
            }
        }
        return -1;
    }
}
