using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Diagnostics;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Classes;

/// <summary>Binds the numbers of <c>size</c>, <c>area</c>, <c>count</c>, <c>part</c> and so on; their conditions come later.</summary>
internal sealed class LimitBinder(ConstantBinder constants, ClassSetBinder classSets)
{
    /// <summary>What a member limits, and the member; a <c>size</c> gives two limits.</summary>
    public void Bind(ClassEntry entry, List<(ClassLimit Limit, Member Member)> limits)
    {
        var first = limits.Count;
        foreach (var member in entry.Syntax.Members)
        {
            switch (member)
            {
                case SizeMember size:
                    BindSize(size, entry, limits);
                    break;
                case LimitMember limit:
                    BindLimit(limit, entry, limits);
                    break;
                default:
                    break;
            }
        }
        ReportRepeated(entry, limits, first);
    }

    public ImmutableArray<(PartSymbol Part, PartMember Member)> BindParts(ClassEntry entry)
    {
        var parts = ImmutableArray.CreateBuilder<(PartSymbol, PartMember)>(0);
        foreach (var member in entry.Syntax.Members)
        {
            if (member is not PartMember node || classSets.Bind(node.Classes, entry.Site) is not { } classes)
            {
                continue;
            }
            var range = node.Range is null
                ? new NumericRange(0, double.PositiveInfinity)
                : constants.BindRange(node.Range, Unit.Count, entry.Site);
            var inside = node.Inside is null ? null : constants.BindShare(node.Inside, entry.Site);
            if (range is { } found)
            {
                parts.Add((new PartSymbol(classes, found, inside, entry.Symbol, entry.Site.SpanOf(node)), node));
            }
        }
        return parts.DrainToImmutable();
    }

    private void BindSize(SizeMember node, ClassEntry entry, List<(ClassLimit, Member)> limits)
    {
        var width = constants.BindNumber(node.Width, Unit.Pixel, entry.Site);
        var height = node.Height is null ? width : constants.BindNumber(node.Height, Unit.Pixel, entry.Site);
        var reference = Reference(node.ReferenceWidth, entry);
        Add(AnnotationMember.Width, width);
        Add(AnnotationMember.Height, height);

        void Add(AnnotationMember member, double? length)
        {
            if (length is not { } pixels)
            {
                return;
            }
            var range =
                node.Bound == SizeBound.AtLeast
                    ? new NumericRange(pixels, double.PositiveInfinity)
                    : new NumericRange(double.NegativeInfinity, pixels);
            limits.Add(
                (Limit(ClassLimitKind.Member, member, range, reference, node.Conditions.Count > 0, node, entry), node)
            );
        }
    }

    private void BindLimit(LimitMember node, ClassEntry entry, List<(ClassLimit, Member)> limits)
    {
        var isConditional = node.Conditions.Count > 0;
        var reference = Reference(node.ReferenceWidth, entry);
        if (node.Quantity.Value == "count")
        {
            if (constants.BindRange(node.Range, Unit.Count, entry.Site) is { } count)
            {
                limits.Add((Limit(KindOf(node.Per), null, count, reference, isConditional, node, entry), node));
            }
            return;
        }
        foreach (var member in MembersOf(node.Quantity.Value, entry.Symbol))
        {
            var unit = ((NumberType)AnnotationMembers.Of(member).Type).Unit;
            if (constants.BindRange(node.Range, unit, entry.Site) is { } range)
            {
                limits.Add((Limit(ClassLimitKind.Member, member, range, reference, isConditional, node, entry), node));
            }
        }
    }

    /// <summary><c>side</c> limits both sides, <c>points</c> the vertices; cuboids are measured in metres.</summary>
    private static AnnotationMember[] MembersOf(string quantity, ClassSymbol symbol)
    {
        var isCuboid = symbol.Shapes.Length > 0 && symbol.Shapes.All(shape => shape.Kind == ShapeKind.Cuboid);
        return quantity switch
        {
            "area" => [AnnotationMember.Area],
            "aspect" => [AnnotationMember.Aspect],
            "width" => [isCuboid ? AnnotationMember.CuboidWidth : AnnotationMember.Width],
            "height" => [isCuboid ? AnnotationMember.CuboidHeight : AnnotationMember.Height],
            "side" => [AnnotationMember.Width, AnnotationMember.Height],
            "perimeter" => [AnnotationMember.Perimeter],
            "angle" => [AnnotationMember.Angle],
            "holes" => [AnnotationMember.Holes],
            "components" => [AnnotationMember.Components],
            "points" => [AnnotationMember.Vertices],
            _ => [],
        };
    }

    private static ClassLimitKind KindOf(CountScope? scope) =>
        scope switch
        {
            CountScope.Track => ClassLimitKind.CountPerTrack,
            CountScope.Dataset => ClassLimitKind.CountPerDataset,
            _ => ClassLimitKind.CountPerImage,
        };

    private double? Reference(NumberLiteral? node, ClassEntry entry) =>
        node is null ? null
        : constants.BindNumber(node, Unit.Pixel, entry.Site) is > 0 and var width ? width
        : null;

    private static ClassLimit Limit(
        ClassLimitKind kind,
        AnnotationMember? member,
        NumericRange range,
        double? reference,
        bool isConditional,
        Member node,
        ClassEntry entry
    ) => new(kind, member, range, reference, isConditional, entry.Symbol, entry.Site.SpanOf(node));

    /// <summary>Two unconditional limits of one quantity in one class must go together.</summary>
    private static void ReportRepeated(ClassEntry entry, List<(ClassLimit Limit, Member Member)> limits, int first)
    {
        for (var i = first; i < limits.Count; i++)
        {
            for (var j = first; j < i; j++)
            {
                var (one, other) = (limits[j].Limit, limits[i].Limit);
                if (
                    ReferenceEquals(limits[i].Member, limits[j].Member)
                    || one.IsConditional
                    || other.IsConditional
                    || one.Kind != other.Kind
                    || one.Member != other.Member
                    || one.ReferenceWidth != other.ReferenceWidth
                )
                {
                    continue;
                }
                if (one.Range.Intersect(other.Range).IsEmpty)
                {
                    entry.Site.Bag.Report(
                        SemanticDiagnostics.EmptyRange,
                        other.Span,
                        $"No annotation can satisfy this limit and the one above, {one.Range} and {other.Range}",
                        related: [new RelatedPlace(one.Span, "The other limit")]
                    );
                }
                else if (one.Range.Contains(other.Range) || other.Range.Contains(one.Range))
                {
                    entry.Site.Bag.Report(
                        SemanticDiagnostics.MemberGivenTwice,
                        other.Span,
                        "This limit and the one above say the same thing more or less strictly: keep the stricter one",
                        related: [new RelatedPlace(one.Span, "The other limit")]
                    );
                }
            }
        }
    }
}
