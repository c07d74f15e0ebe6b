using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Rules;

/// <summary>Turns <c>size</c>, <c>area</c>, <c>aspect</c>, <c>count</c> and the other limits of classes into rules.</summary>
internal sealed class LimitLowering(ClassSetBinder classSets, ConditionBinder conditions, RuleList rules)
{
    /// <param name="limits">The limits of one class with their members, in order; those of one member follow each other.</param>
    public void Lower(ClassEntry entry, IReadOnlyList<(ClassLimit Limit, Member Member)> limits)
    {
        for (var i = 0; i < limits.Count; )
        {
            var end = i + 1;
            while (end < limits.Count && ReferenceEquals(limits[end].Member, limits[i].Member))
            {
                end++;
            }
            LowerMember(entry, limits, i, end);
            i = end;
        }
    }

    private void LowerMember(
        ClassEntry entry,
        IReadOnlyList<(ClassLimit Limit, Member Member)> limits,
        int start,
        int end
    )
    {
        if (limits[start].Limit.Kind != ClassLimitKind.Member)
        {
            LowerCount(entry, limits[start].Limit, (LimitMember)limits[start].Member);
            return;
        }
        var classes = ClassesOf(limits[start].Limit, entry.Symbol);
        var split = start + 1;
        while (split < end && ClassesOf(limits[split].Limit, entry.Symbol).Equals(classes))
        {
            split++;
        }
        LowerSizes(entry, limits, start, split, classes);
        if (split < end)
        {
            LowerMember(entry, limits, split, end);
        }
    }

    private void LowerSizes(
        ClassEntry entry,
        IReadOnlyList<(ClassLimit Limit, Member Member)> limits,
        int start,
        int end,
        ClassSet classes
    )
    {
        var (first, member) = limits[start];
        var span = first.Span;
        var self = Lowering.Variable("self", classes, span);
        var assertions = ImmutableArray.CreateBuilder<RuleAssertion>(end - start);
        var values = new List<object>
        {
            Lowering.Member(self, AnnotationMember.Class, span),
            " ",
            Lowering.Member(self, AnnotationMember.Id, span),
            ": ",
        };
        for (var i = start; i < end; i++)
        {
            var limit = limits[i].Limit;
            var info = AnnotationMembers.Of(limit.Member!.Value);
            var value = Lowering.Member(self, limit.Member.Value, span);
            assertions.Add(Lowering.Require(Scaled(value, limit, span), span));
            values.Add((i == start ? "" : ", ") + info.Name + " is ");
            values.Add(value);
            values.Add(", must be " + Lowering.InWords(limit.Range, ((NumberType)info.Type).Unit) + AtWidth(limit));
        }
        var (where, exceptions) = conditions.Bind(ConditionsOf(member), self, entry.Site);
        rules.Add(
            new RuleSymbol(
                rules.FreeName($"{entry.Symbol.Name}.{NameOf(member)}"),
                new EachBinder(self),
                new RuleOrigin(OriginOf(member), entry.Symbol, null, span),
                span,
                span
            )
            {
                Documentation = Documentation.TextOf(member.Documentation) ?? entry.Symbol.Documentation,
                Where = where,
                Exceptions = exceptions,
                Assertions = assertions.MoveToImmutable(),
                Message = Lowering.Message(span, [.. values]),
            }
        );
    }

    private void LowerCount(ClassEntry entry, ClassLimit limit, LimitMember member)
    {
        var span = limit.Span;
        var counted = Lowering.Variable("self", entry.Symbol.ConcreteDescendants, span);
        var (binder, count, name, place) = limit.Kind switch
        {
            ClassLimitKind.CountPerTrack => TrackCount(entry, span),
            ClassLimitKind.CountPerDataset => (
                new DatasetBinder(),
                Count(counted, DomainKind.Dataset, span),
                "count_per_dataset",
                "the data"
            ),
            _ => ((RuleBinder)new ImageBinder(), Count(counted, DomainKind.Image, span), "count", "one image"),
        };
        var (where, exceptions) = conditions.Bind(ConditionsOf(member), binder, entry.Site);
        rules.Add(
            new RuleSymbol(
                rules.FreeName($"{entry.Symbol.Name}.{name}"),
                binder,
                new RuleOrigin(RuleOriginKind.Count, entry.Symbol, null, span),
                span,
                span
            )
            {
                Documentation = Documentation.TextOf(member.Documentation) ?? entry.Symbol.Documentation,
                Where = where,
                Exceptions = exceptions,
                Assertions = [Lowering.Require(Lowering.InRange(count, limit.Range, span), span)],
                Message = Lowering.Message(
                    span,
                    count,
                    $" {entry.Symbol.Label} in {place}, must be {Lowering.InWords(limit.Range, Unit.Count)}"
                ),
            }
        );
    }

    private static BoundAggregate Count(VariableSymbol counted, DomainKind domain, SourceSpan span) =>
        new BoundAggregate(
            AggregateKind.Count,
            counted,
            null,
            null,
            new BoundDomain(domain, null),
            NumberType.Count,
            span
        );

    private static (RuleBinder, BoundExpression, string, string) TrackCount(ClassEntry entry, SourceSpan span)
    {
        var track = new VariableSymbol("self", new TrackType(entry.Symbol.ConcreteDescendants), span);
        return (
            new TrackBinder(track),
            new BoundTrackMember(new BoundVariable(track, span), TrackMember.Length, NumberType.Count, span),
            "count_per_track",
            "one track"
        );
    }

    /// <summary>The concrete classes that the limit holds for: all descendants but those that have a stricter one of their own.</summary>
    private ClassSet ClassesOf(ClassLimit limit, ClassSymbol owner)
    {
        foreach (var symbol in owner.ConcreteDescendants)
        {
            if (!symbol.Limits.Contains(limit))
            {
                return classSets.Of(
                    candidate => owner.ConcreteDescendants.Contains(candidate) && candidate.Limits.Contains(limit),
                    owner.Name
                );
            }
        }
        return owner.ConcreteDescendants;
    }

    /// <summary>A limit at a reference width grows and shrinks with the image: lengths by its share, areas by the square of it.</summary>
    private static BoundInRange Scaled(BoundExpression value, ClassLimit limit, SourceSpan span)
    {
        if (
            limit.ReferenceWidth is not { } reference
            || value.Type is not NumberType { Unit.Pixels: > 0 and var power }
        )
        {
            return Lowering.InRange(value, limit.Range, span);
        }
        var share = new BoundArithmetic(
            new BoundImageMember(new BoundImage(span), ImageMember.Width, NumberType.Pixel, span),
            ArithmeticOperator.Divide,
            Lowering.Number(reference, NumberType.Pixel, span),
            NumberType.Ratio,
            span
        );
        return new BoundInRange(value, End(limit.Range.Lower), End(limit.Range.Upper), span);

        BoundExpression? End(double end)
        {
            if (double.IsInfinity(end))
            {
                return null;
            }
            var type = (NumberType)value.Type;
            BoundExpression scaled = Lowering.Number(end, type, span);
            for (var i = 0; i < power; i++)
            {
                scaled = new BoundArithmetic(scaled, ArithmeticOperator.Multiply, share, type, span);
            }
            return scaled;
        }
    }

    private static string AtWidth(ClassLimit limit) =>
        limit.ReferenceWidth is { } width
            ? $" at {width.ToString(System.Globalization.CultureInfo.InvariantCulture)} px image width"
            : "";

    private static IReadOnlyList<ConditionClause> ConditionsOf(Member member) =>
        member switch
        {
            SizeMember size => size.Conditions,
            LimitMember limit => limit.Conditions,
            _ => [],
        };

    private static string NameOf(Member member) =>
        member switch
        {
            SizeMember { Bound: SizeBound.AtMost } => "max_size",
            SizeMember => "size",
            LimitMember limit => limit.Quantity.Value,
            _ => "limit",
        };

    private static RuleOriginKind OriginOf(Member member) =>
        member switch
        {
            SizeMember => RuleOriginKind.Size,
            LimitMember { Quantity.Value: "area" } => RuleOriginKind.Area,
            LimitMember { Quantity.Value: "aspect" } => RuleOriginKind.Aspect,
            LimitMember { Quantity.Value: "points" } => RuleOriginKind.Points,
            _ => RuleOriginKind.Limit,
        };
}
