using System.Collections.Immutable;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.Semantics.Analysis;

/// <summary>
/// What is assumed about values where a condition is asked: everything that stands before it was true. A fact speaks of a value if
/// it is there; a missing value makes comparisons unknown, facts or not. A short list, newest first, as rules assume little.
/// </summary>
internal sealed class Facts
{
    public static readonly Facts None = new(null, "");

    private readonly Facts? older;
    private readonly string key;
    private NumericRange? range;
    private ImmutableArray<string> values;
    private bool? truth;
    private ClassSet? classes;

    private Facts(Facts? older, string key)
    {
        this.older = older;
        this.key = key;
    }

    public bool IsEmpty => older is null;

    public NumericRange Narrow(BoundExpression expression, NumericRange declared)
    {
        if (IsEmpty || StructuralKey.Of(expression) is not { } wanted)
        {
            return declared;
        }
        for (var fact = this; fact.older is not null; fact = fact.older)
        {
            if (fact.range is { } known && fact.key == wanted)
            {
                declared = declared.Intersect(known);
            }
        }
        return declared;
    }

    public ImmutableArray<string> Narrow(BoundExpression expression, ImmutableArray<string> declared)
    {
        if (IsEmpty || StructuralKey.Of(expression) is not { } wanted)
        {
            return declared;
        }
        for (var fact = this; fact.older is not null; fact = fact.older)
        {
            if (!fact.values.IsDefault && fact.key == wanted)
            {
                var known = fact.values;
                declared = declared.RemoveAll(value => !known.Contains(value));
            }
        }
        return declared;
    }

    public bool? TruthOf(BoundExpression condition)
    {
        if (IsEmpty || StructuralKey.Of(condition) is not { } wanted)
        {
            return null;
        }
        for (var fact = this; fact.older is not null; fact = fact.older)
        {
            if (fact.truth is { } known && fact.key == wanted)
            {
                return known;
            }
        }
        return null;
    }

    /// <summary>Whether an annotation can be of a class, given the sets that it is known to be in.</summary>
    public bool AllowsClass(string? wanted, ClassSymbol symbol)
    {
        for (var fact = this; wanted is not null && fact.older is not null; fact = fact.older)
        {
            if (fact.classes is { } known && fact.key == wanted && !known.Contains(symbol))
            {
                return false;
            }
        }
        return true;
    }

    /// <summary>These facts, and that a condition was true, or that it was not.</summary>
    public Facts Assume(BoundExpression condition, bool isTrue) =>
        condition switch
        {
            BoundLetCall call => Assume(call.Body, isTrue),
            BoundNot not => Assume(not.Operand, !isTrue),
            BoundLogic { Operator: LogicOperator.And } both when isTrue => Assume(both.Left, true)
                .Assume(both.Right, true),
            BoundLogic { Operator: LogicOperator.Or } either when !isTrue => Assume(either.Left, false)
                .Assume(either.Right, false),
            BoundLogic { Operator: LogicOperator.Implies } implies when !isTrue => Assume(implies.Left, true)
                .Assume(implies.Right, false),
            BoundComparison comparison => Assume(comparison, isTrue),
            BoundInRange inRange when isTrue => Assume(inRange),
            BoundInList list => Assume(list, isTrue),
            BoundClassTest { Target: var target } test when isTrue && StructuralKey.Of(target) is { } found =>
                new Facts(this, found) { classes = test.Classes },
            BoundAttribute
            or BoundAnnotationMember
            or BoundImageMember
            or BoundPointMember
            or BoundCall when StructuralKey.Of(condition) is { } found => new Facts(this, found) { truth = isTrue },
            _ => this,
        };

    private Facts Assume(BoundComparison comparison, bool isTrue)
    {
        if (!isTrue && comparison.Operators.Length > 1)
        {
            return this;
        }
        var facts = this;
        for (var i = 0; i < comparison.Operators.Length; i++)
        {
            var kind = isTrue ? comparison.Operators[i] : Comparisons.Negate(comparison.Operators[i]);
            facts = facts
                .AssumeLink(comparison.Operands[i], kind, comparison.Operands[i + 1])
                .AssumeLink(comparison.Operands[i + 1], Comparisons.Mirror(kind), comparison.Operands[i]);
        }
        return facts;
    }

    private Facts AssumeLink(BoundExpression operand, ComparisonOperator kind, BoundExpression other)
    {
        if (operand is BoundNumber or BoundEnumValue or BoundText)
        {
            return this;
        }
        if (operand.Type is NumberType)
        {
            var allowed = Comparisons.Allowed(kind, RangeEvaluator.RangeOf(other, this));
            return allowed != NumericRange.Everything && StructuralKey.Of(operand) is { } number
                ? new Facts(this, number) { range = allowed }
                : this;
        }
        if (
            kind is not (ComparisonOperator.Equal or ComparisonOperator.NotEqual)
            || ValueSets.LiteralOf(other) is not { } literal
            || ValueSets.DeclaredOf(operand) is not { } declared
            || StructuralKey.Of(operand) is not { } found
        )
        {
            return this;
        }
        return new Facts(this, found)
        {
            values = kind == ComparisonOperator.Equal ? [literal] : declared.Remove(literal),
        };
    }

    private Facts Assume(BoundInRange inRange)
    {
        if (StructuralKey.Of(inRange.Operand) is not { } found)
        {
            return this;
        }
        var lower = inRange.Lower is null ? double.NegativeInfinity : RangeEvaluator.RangeOf(inRange.Lower, this).Lower;
        var upper = inRange.Upper is null ? double.PositiveInfinity : RangeEvaluator.RangeOf(inRange.Upper, this).Upper;
        return new Facts(this, found) { range = new NumericRange(lower, upper) };
    }

    private Facts Assume(BoundInList list, bool isTrue)
    {
        if (StructuralKey.Of(list.Operand) is not { } found || ValueSets.DeclaredOf(list.Operand) is not { } declared)
        {
            return this;
        }
        var items = ImmutableArray.CreateBuilder<string>(list.Items.Length);
        foreach (var item in list.Items)
        {
            if (ValueSets.LiteralOf(item) is not { } literal)
            {
                return this;
            }
            items.Add(literal);
        }
        var named = items.MoveToImmutable();
        return new Facts(this, found) { values = isTrue ? named : declared.RemoveAll(named.Contains) };
    }
}
