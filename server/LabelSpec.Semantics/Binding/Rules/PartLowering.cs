using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Functions;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Binding.Rules;

/// <summary>
/// Turns <c>part wheel 0..4 inside 95%</c> into two rules: the number of parts that lie in the whole, and that each part lies in some
/// whole. A part belongs to a whole that covers at least the given share of it, half of it where none is given.
/// </summary>
internal sealed class PartLowering(ClassSetBinder classSets, ConditionBinder conditions, RuleList rules)
{
    private const double Belongs = 0.5;

    private readonly HashSet<ClassSet> placed = [];

    /// <param name="all">Every part of every class: a part may belong to wholes of several classes.</param>
    public void Lower(ClassEntry entry, PartSymbol part, PartMember member, IReadOnlyList<PartSymbol> all)
    {
        if (part.Range.Lower > 0 || !double.IsPositiveInfinity(part.Range.Upper))
        {
            LowerCount(entry, part, member);
        }
        if (part.Inside is not null && placed.Add(part.Classes))
        {
            LowerPlace(entry, part, all);
        }
    }

    private void LowerCount(ClassEntry entry, PartSymbol part, PartMember member)
    {
        var span = part.Span;
        var wholes = classSets.Of(
            symbol => entry.Symbol.ConcreteDescendants.Contains(symbol) && symbol.Parts.Contains(part),
            entry.Symbol.Name
        );
        var self = Lowering.Variable("self", wholes, span);
        var piece = Lowering.Variable("part", part.Classes, span);
        var count = new BoundAggregate(
            AggregateKind.Count,
            piece,
            null,
            Inside(piece, self, part.Inside ?? Belongs, span),
            new BoundDomain(DomainKind.Image, null),
            NumberType.Count,
            span
        );
        var (where, exceptions) = conditions.Bind(member.Conditions, self, entry.Site);
        rules.Add(
            new RuleSymbol(
                rules.FreeName($"{entry.Symbol.Name}.part.{NameOf(part)}"),
                new EachBinder(self),
                new RuleOrigin(RuleOriginKind.Part, entry.Symbol, null, span),
                span,
                span
            )
            {
                Documentation = Documentation.TextOf(member.Documentation) ?? entry.Symbol.Documentation,
                Where = where,
                Exceptions = exceptions,
                Assertions = [Lowering.Require(Lowering.InRange(count, part.Range, span), span)],
                Message = Lowering.Message(
                    span,
                    Lowering.Member(self, AnnotationMember.Class, span),
                    " ",
                    Lowering.Member(self, AnnotationMember.Id, span),
                    " has ",
                    count,
                    $" {part.Classes}, must have {Lowering.InWords(part.Range, Unit.Count)}"
                ),
            }
        );
    }

    private void LowerPlace(ClassEntry entry, PartSymbol part, IReadOnlyList<PartSymbol> all)
    {
        var span = part.Span;
        var piece = Lowering.Variable("part", part.Classes, span);
        BoundExpression? somewhere = null;
        foreach (var other in all)
        {
            if (!other.Classes.Equals(part.Classes))
            {
                continue;
            }
            var whole = Lowering.Variable("whole", other.DeclaredIn.ConcreteDescendants, other.Span);
            BoundExpression exists = new BoundQuantifier(
                QuantifierKind.Exists,
                whole,
                Inside(piece, whole, other.Inside ?? Belongs, span),
                null,
                new BoundDomain(DomainKind.Image, null),
                span
            );
            somewhere = somewhere is null ? exists : new BoundLogic(somewhere, LogicOperator.Or, exists, span);
        }
        rules.Add(
            new RuleSymbol(
                rules.FreeName($"{entry.Symbol.Name}.part.{NameOf(part)}.inside"),
                new EachBinder(piece),
                new RuleOrigin(RuleOriginKind.Part, entry.Symbol, null, span),
                span,
                span
            )
            {
                Documentation = entry.Symbol.Documentation,
                Assertions = [Lowering.Require(somewhere!, span)],
                Message = Lowering.Message(
                    span,
                    Lowering.Member(piece, AnnotationMember.Class, span),
                    " ",
                    Lowering.Member(piece, AnnotationMember.Id, span),
                    $" does not lie inside any {entry.Symbol.Label}"
                ),
            }
        );
    }

    private static BoundComparison Inside(
        VariableSymbol part,
        VariableSymbol whole,
        double share,
        Sources.SourceSpan span
    ) =>
        Lowering.Compare(
            new BoundCall(
                BuiltInFunction.Overlap,
                [Lowering.Use(part, span), Lowering.Use(whole, span)],
                NumberType.Ratio,
                span
            ),
            ComparisonOperator.GreaterOrEqual,
            Lowering.Number(share, NumberType.Ratio, span),
            span
        );

    private static string NameOf(PartSymbol part) => part.Classes.Text.Replace(" ", "", StringComparison.Ordinal);
}
