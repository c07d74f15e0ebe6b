using System.Collections.Immutable;
using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Binding.Expressions;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Declarations;
using LabelSpec.Semantics.Symbols.Rules;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Binding;

/// <summary>Binds <c>ask "…" about CLASSES when EXPR sample 2%</c>.</summary>
internal sealed class QuestionBinder(ExpressionBinder expressions, ConstantBinder constants)
{
    /// <param name="about">The classes around the questions, for those that name none; null asks about images.</param>
    public ImmutableArray<ReviewQuestion> Bind(IReadOnlyList<Member> members, ClassSet? about, BindingSite site)
    {
        var questions = ImmutableArray.CreateBuilder<ReviewQuestion>(0);
        foreach (var member in members)
        {
            if (member is AskMember node)
            {
                questions.Add(Bind(node, about, site));
            }
        }
        return questions.DrainToImmutable();
    }

    private ReviewQuestion Bind(AskMember node, ClassSet? about, BindingSite site)
    {
        var classes = node.About is null ? about : expressions.ClassSets.Bind(node.About, site);
        var span = site.SpanOf(node);
        var scope = new Scope(site, classes is null ? ScopeKind.Image : ScopeKind.Annotation).WithImage(
            new BoundImage(span)
        );
        VariableSymbol? variable = null;
        if (classes is not null)
        {
            variable = new VariableSymbol("self", new AnnotationType(classes), span);
            scope = scope.With(variable).WithSelf(new BoundVariable(variable, span));
        }
        var condition = node.Condition is null ? null : expressions.BindCondition(node.Condition, scope);
        return new ReviewQuestion(
            node.Question.Value,
            variable,
            condition is BoundError ? null : condition,
            node.Sample is null ? 1 : constants.BindShare(node.Sample, site) ?? 1,
            span
        );
    }
}
