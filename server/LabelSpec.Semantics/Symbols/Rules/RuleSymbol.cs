using System.Collections.Immutable;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Sources;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Declarations;

namespace LabelSpec.Semantics.Symbols.Rules;

/// <summary>
/// A statement about annotations. It is violated for a binding when <see cref="Where"/> holds, none of
/// <see cref="Exceptions"/> holds, and an assertion fails; unknown never violates.
/// </summary>
public sealed class RuleSymbol : Symbol
{
    internal RuleSymbol(string name, RuleBinder binder, RuleOrigin origin, SourceSpan nameSpan, SourceSpan span)
        : base(name, nameSpan, span)
    {
        Binder = binder;
        Origin = origin;
    }

    public Severity Severity { get; internal init; } = Severity.Error;

    public RuleBinder Binder { get; }

    /// <summary>The condition after the binder, and those of the <c>when</c> blocks around the rule; null is true.</summary>
    public BoundExpression? Where { get; internal init; }

    /// <summary>At least one.</summary>
    public ImmutableArray<RuleAssertion> Assertions { get; internal init; } = [];

    public ImmutableArray<RuleException> Exceptions { get; internal init; } = [];

    /// <summary>What a violation says; null where the guideline leaves it to the engine.</summary>
    public MessageTemplate? Message { get; internal init; }

    public ImmutableArray<RuleFix> Fixes { get; internal init; } = [];

    /// <summary>The version of the guideline that introduced it, or null.</summary>
    public string? Since { get; internal init; }

    public ImmutableArray<Example> Examples { get; internal init; } = [];

    public ImmutableArray<Example> Counterexamples { get; internal init; } = [];

    /// <summary>Questions for reviewers, for what the rule cannot decide.</summary>
    public ImmutableArray<ReviewQuestion> Questions { get; internal init; } = [];

    /// <summary>Whether it was written as a rule, or which short form it stands for.</summary>
    public RuleOrigin Origin { get; }
}
