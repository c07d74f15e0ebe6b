using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Analysis;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Attributes;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Semantics.Binding.Rules;

/// <summary>Turns <c>required when</c>, <c>only when</c> and <c>constant</c> into rules.</summary>
internal sealed class AttributeLowering(ExpressionBinder expressions, ClassSetBinder classSets, RuleList rules)
{
    public void Lower(AttributeMember node, AttributeSymbol attribute, BindingSite site)
    {
        foreach (var modifier in node.Modifiers)
        {
            switch (modifier.Kind)
            {
                case AttributeModifierKind.RequiredWhen
                    when modifier.Argument is { } condition && attribute.RequiredWhen is null:
                    attribute.RequiredWhen = Condition(condition, attribute, modifier, site);
                    if (attribute.RequiredWhen is { } required && attribute.Default is null)
                    {
                        LowerPresence(attribute, modifier, required, true, site);
                    }
                    break;
                case AttributeModifierKind.OnlyWhen
                    when modifier.Argument is { } condition && attribute.OnlyWhen is null:
                    attribute.OnlyWhen = Condition(condition, attribute, modifier, site);
                    if (attribute.OnlyWhen is { } only)
                    {
                        LowerPresence(attribute, modifier, only, false, site);
                    }
                    break;
                case AttributeModifierKind.Constant when attribute.DeclaredIn is not null:
                    LowerConstant(attribute, modifier, site);
                    break;
                default:
                    break;
            }
        }
    }

    private BoundExpression? Condition(
        Expression node,
        AttributeSymbol attribute,
        AttributeModifier modifier,
        BindingSite site
    )
    {
        var span = site.SpanOf(modifier);
        var scope = attribute.Self is { } self
            ? ConditionBinder.ClassScope(self, span, site)
            : new Scope(site, ScopeKind.Image).WithImage(new BoundImage(span)).WithSelf(new BoundImage(span));
        site.Index?.Scopes.Add((span, scope));
        var condition = expressions.BindCondition(node, scope);
        if (condition.Type.IsError)
        {
            return null;
        }
        ConditionAnalysis.ReportConstant(condition, Facts.None, site.Bag);
        return condition;
    }

    /// <param name="isRequired">Present where the condition holds; else, absent where it does not.</param>
    private void LowerPresence(
        AttributeSymbol attribute,
        AttributeModifier modifier,
        BoundExpression condition,
        bool isRequired,
        BindingSite site
    )
    {
        var span = site.SpanOf(modifier);
        BoundExpression owner = attribute.Self is { } self ? new BoundVariable(self, span) : new BoundImage(span);
        var value = new BoundAttribute(owner, attribute.Name, [attribute], AttributeResolver.TypeOf(attribute), span);
        var text = TypeText.Quote(modifier.Argument!);
        var problem = isRequired
            ? $" has no `{attribute.Name}`, which is required when {text}"
            : $" has `{attribute.Name}`, which only makes sense when {text}";
        rules.Add(
            new RuleSymbol(
                rules.FreeName($"{OwnerName(attribute)}.{attribute.Name}.{(isRequired ? "required" : "only")}"),
                attribute.Self is null ? new ImageBinder() : new EachBinder(attribute.Self),
                new RuleOrigin(
                    isRequired ? RuleOriginKind.RequiredWhen : RuleOriginKind.OnlyWhen,
                    attribute.DeclaredIn,
                    attribute,
                    span
                ),
                span,
                span
            )
            {
                Documentation = attribute.Documentation,
                Where = AmongOwners(attribute, isRequired ? condition : new BoundNot(condition, span), span),
                Assertions = [Lowering.Require(new BoundPresence(value, !isRequired, !isRequired, span), span)],
                Message = attribute.Self is { } annotation
                    ? Lowering.Message(
                        span,
                        Lowering.Member(annotation, AnnotationMember.Class, span),
                        " ",
                        Lowering.Member(annotation, AnnotationMember.Id, span),
                        problem
                    )
                    : Lowering.Message(
                        span,
                        new BoundImageMember(owner, ImageMember.Name, TextType.Instance, span),
                        problem
                    ),
            }
        );
    }

    private void LowerConstant(AttributeSymbol attribute, AttributeModifier modifier, BindingSite site)
    {
        var span = site.SpanOf(modifier);
        var classes = ClassesOf(attribute);
        var from = Lowering.Variable("before", classes, span);
        var to = Lowering.Variable("after", classes, span);
        var (old, changed) = (ValueOf(from), ValueOf(to));
        rules.Add(
            new RuleSymbol(
                rules.FreeName($"{OwnerName(attribute)}.{attribute.Name}.constant"),
                new StepBinder(from, to),
                new RuleOrigin(RuleOriginKind.Constant, attribute.DeclaredIn, attribute, span),
                span,
                span
            )
            {
                Documentation = attribute.Documentation,
                Assertions = [Lowering.Require(Lowering.Compare(old, ComparisonOperator.Equal, changed, span), span)],
                Message = Lowering.Message(
                    span,
                    $"`{attribute.Name}` of track ",
                    Lowering.Member(from, AnnotationMember.Track, span),
                    " changes from ",
                    old,
                    " to ",
                    changed,
                    ", and must stay the same"
                ),
            }
        );

        BoundAttribute ValueOf(VariableSymbol variable) =>
            new(
                new BoundVariable(variable, span),
                attribute.Name,
                [attribute],
                AttributeResolver.TypeOf(attribute),
                span
            );
    }

    /// <summary>Descendants that declare the attribute anew have rules of their own.</summary>
    private BoundExpression AmongOwners(AttributeSymbol attribute, BoundExpression condition, Sources.SourceSpan span)
    {
        if (attribute.Self is not { } self)
        {
            return condition;
        }
        var owners = ClassesOf(attribute);
        return owners.Equals(self.Classes)
            ? condition
            : new BoundLogic(
                new BoundClassTest(new BoundVariable(self, span), owners, span),
                LogicOperator.And,
                condition,
                span
            );
    }

    /// <summary>The classes that have this very declaration: descendants may have their own.</summary>
    private ClassSet ClassesOf(AttributeSymbol attribute)
    {
        var descendants = attribute.DeclaredIn!.ConcreteDescendants;
        foreach (var symbol in descendants)
        {
            if (symbol.FindAttribute(attribute.Name) != attribute)
            {
                return classSets.Of(
                    candidate =>
                        descendants.Contains(candidate) && candidate.FindAttribute(attribute.Name) == attribute,
                    attribute.DeclaredIn.Name
                );
            }
        }
        return descendants;
    }

    private static string OwnerName(AttributeSymbol attribute) => attribute.DeclaredIn?.Name ?? "image";
}
