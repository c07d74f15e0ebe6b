using System.Collections.Immutable;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding.Rules;

/// <summary>The pieces from which short forms build the rules that they stand for. Every piece stands where the short form does.</summary>
internal static class Lowering
{
    public static VariableSymbol Variable(string name, ClassSet classes, SourceSpan span) =>
        new(name, new AnnotationType(classes), span);

    public static BoundVariable Use(VariableSymbol variable, SourceSpan span) => new(variable, span);

    public static BoundAnnotationMember Member(VariableSymbol variable, AnnotationMember member, SourceSpan span) =>
        new(new BoundVariable(variable, span), member, AnnotationMembers.Of(member).Type, span);

    public static BoundNumber Number(double value, NumberType type, SourceSpan span) => new(value, type, span);

    /// <summary>Whether a number lies in a range, whose open ends are left out.</summary>
    public static BoundInRange InRange(BoundExpression value, NumericRange range, SourceSpan span)
    {
        var type = (NumberType)value.Type;
        return new BoundInRange(
            value,
            double.IsNegativeInfinity(range.Lower) ? null : Number(range.Lower, type, span),
            double.IsPositiveInfinity(range.Upper) ? null : Number(range.Upper, type, span),
            span
        );
    }

    public static BoundComparison Compare(
        BoundExpression left,
        ComparisonOperator kind,
        BoundExpression right,
        SourceSpan span
    ) => new([left, right], [kind], span);

    public static RuleAssertion Require(BoundExpression condition, SourceSpan span) => new(false, condition, span);

    public static RuleAssertion Forbid(BoundExpression condition, SourceSpan span) => new(true, condition, span);

    /// <summary>What every short form about overlap says of its two annotations, and then <paramref name="rest"/>.</summary>
    public static MessageTemplate OverlapMessage(
        SourceSpan span,
        VariableSymbol a,
        VariableSymbol b,
        BoundExpression overlap,
        string rest
    ) =>
        Message(
            span,
            Member(a, AnnotationMember.Class, span),
            " ",
            Member(a, AnnotationMember.Id, span),
            " and ",
            Member(b, AnnotationMember.Class, span),
            " ",
            Member(b, AnnotationMember.Id, span),
            " overlap by ",
            overlap,
            rest
        );

    /// <summary>A message of texts and values, in turn.</summary>
    public static MessageTemplate Message(SourceSpan span, params ReadOnlySpan<object> parts)
    {
        var builder = ImmutableArray.CreateBuilder<MessagePart>(parts.Length);
        foreach (var part in parts)
        {
            builder.Add(
                part is BoundExpression value ? new MessagePart(null, value) : new MessagePart((string)part, null)
            );
        }
        return new MessageTemplate(builder.MoveToImmutable(), span);
    }

    /// <summary>A limit in words: "at least 8 px", "at most 3", "2 to 4".</summary>
    public static string InWords(NumericRange range, Unit unit)
    {
        var suffix = unit.IsScalar ? "" : $" {unit}";
        var (lower, upper) = (Text(range.Lower), Text(range.Upper));
        return range.Lower == range.Upper ? $"exactly {lower}{suffix}"
            : double.IsPositiveInfinity(range.Upper) ? $"at least {lower}{suffix}"
            : double.IsNegativeInfinity(range.Lower) ? $"at most {upper}{suffix}"
            : $"{lower} to {upper}{suffix}";

        static string Text(double value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
}
