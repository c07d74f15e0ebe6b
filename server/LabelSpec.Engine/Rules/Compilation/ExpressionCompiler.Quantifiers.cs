using LabelSpec.Engine.Rules.Aggregates;
using LabelSpec.Engine.Rules.Nearby;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Rules;
using T = LabelSpec.Engine.Rules.Values.Truth;

namespace LabelSpec.Engine.Rules.Compilation;

// exists, no, every, count, sum, min, max, avg.
sealed partial class ExpressionCompiler
{
    TruthOf Quantifier(BoundQuantifier quantifier)
    {
        if (IsComputedOnce(quantifier.Domain, quantifier.Variable, quantifier.Where, quantifier.Satisfies))
            return DatasetQuantifier(quantifier);
        var rows = Domain(quantifier.Domain, quantifier.Variable, away => MayLeaveOut(quantifier, away));
        var (slot, body) = Inside(quantifier);
        TruthOf exists = frame =>
        {
            var result = T.False;
            foreach (var row in rows(frame))
            {
                frame.Slots[slot] = row;
                var found = body(frame);
                if (found == T.True)
                    return T.True;
                result = Kleene.Or(result, found);
            }
            return result;
        };
        // Every is "no exception exists".
        return quantifier.Kind == QuantifierKind.Exists ? exists : frame => Kleene.Not(exists(frame));
    }

    /// <summary>What an annotation must fulfil to count: for <c>every</c>, to be an exception.</summary>
    (int Slot, TruthOf Body) Inside(BoundQuantifier quantifier)
    {
        var slot = state.SlotOf(quantifier.Variable);
        using var scope = state.Bind(quantifier.Variable);
        var where = quantifier.Where is null ? null : Truth(quantifier.Where);
        if (quantifier.Kind != QuantifierKind.Every || quantifier.Satisfies is null)
        {
            var also = quantifier.Satisfies is null ? null : Truth(quantifier.Satisfies);
            return (slot, Both(where, also));
        }
        var satisfies = Truth(quantifier.Satisfies);
        return (slot, Both(where, frame => Kleene.Not(satisfies(frame))));
    }

    static TruthOf Both(TruthOf? first, TruthOf? second) =>
        (first, second) switch
        {
            (null, null) => static _ => T.True,
            (null, { } only) => only,
            ({ } only, null) => only,
            ({ } a, { } b) => frame => a(frame) is var l && l == T.False ? T.False : Kleene.And(l, b(frame)),
        };

    static bool MayLeaveOut(BoundQuantifier quantifier, FarAway away)
    {
        var where = quantifier.Where is null ? TruthRange.Of(T.True) : away.Of(quantifier.Where);
        if (quantifier.Satisfies is null)
            return where.High == T.False;
        var satisfies = away.Of(quantifier.Satisfies);
        return where.And(quantifier.Kind == QuantifierKind.Every ? satisfies.Not() : satisfies).High == T.False;
    }

    NumberOf Aggregate(BoundAggregate aggregate)
    {
        if (IsComputedOnce(aggregate.Domain, aggregate.Variable, aggregate.Where, aggregate.Value))
            return DatasetAggregate(aggregate);
        var rows = Domain(
            aggregate.Domain,
            aggregate.Variable,
            away => aggregate.Where is not null && away.Of(aggregate.Where).High == T.False
        );
        var (slot, where, value) = Inside(aggregate);
        if (value is null)
            return Count(rows, slot, where);
        return aggregate.Kind switch
        {
            AggregateKind.Min => Fold(rows, slot, where, value, Math.Min),
            AggregateKind.Max => Fold(rows, slot, where, value, Math.Max),
            _ => SumOrAverage(rows, slot, where, value, aggregate.Kind == AggregateKind.Average),
        };
    }

    (int Slot, TruthOf? Where, NumberOf? Value) Inside(BoundAggregate aggregate)
    {
        var slot = state.SlotOf(aggregate.Variable);
        using var scope = state.Bind(aggregate.Variable);
        return (
            slot,
            aggregate.Where is null ? null : Truth(aggregate.Where),
            aggregate.Value is null ? null : Number(aggregate.Value)
        );
    }

    static NumberOf Count(RowsOf rows, int slot, TruthOf? where)
    {
        if (where is null)
            return frame => rows(frame).Length;
        return frame =>
        {
            var count = 0;
            foreach (var row in rows(frame))
            {
                frame.Slots[slot] = row;
                var counts = where(frame);
                if (counts == T.Unknown)
                    return double.NaN;
                if (counts == T.True)
                    count++;
            }
            return count;
        };
    }

    // Over nothing the result is missing; one unknown number makes it unknown.
    static NumberOf Fold(RowsOf rows, int slot, TruthOf? where, NumberOf value, Func<double, double, double> pick) =>
        frame =>
        {
            var result = double.NaN;
            var isFirst = true;
            foreach (var row in rows(frame))
            {
                frame.Slots[slot] = row;
                var counts = where?.Invoke(frame) ?? T.True;
                if (counts == T.False)
                    continue;
                var number = value(frame);
                if (counts == T.Unknown || double.IsNaN(number))
                    return double.NaN;
                result = isFirst ? number : pick(result, number);
                isFirst = false;
            }
            return result;
        };

    // Sums are exact, so that they do not depend on the order of annotations.
    static NumberOf SumOrAverage(RowsOf rows, int slot, TruthOf? where, NumberOf value, bool average) =>
        frame =>
        {
            var total = new TotalState();
            foreach (var row in rows(frame))
            {
                frame.Slots[slot] = row;
                total.Add(where?.Invoke(frame) ?? T.True, value(frame));
            }
            return total.Result(average ? AggregateKind.Average : AggregateKind.Sum);
        };

    static bool IsComputedOnce(
        BoundDomain domain,
        VariableSymbol variable,
        BoundExpression? first,
        BoundExpression? second
    )
    {
        if (domain.Kind is not (DomainKind.Dataset or DomainKind.Images))
            return false;
        var free = FreeVariables.Of(first, second);
        free.Variables.Remove(variable);
        return free.Variables.Count == 0 && !free.Image;
    }

    TruthOf DatasetQuantifier(BoundQuantifier quantifier)
    {
        var total = state.TotalOf(
            quantifier,
            () =>
            {
                var level = state.BeginTotal();
                var (slot, body) = Inside(quantifier);
                return new DatasetTotal(
                    quantifier.Domain.Kind,
                    SetOf(quantifier.Domain, quantifier.Variable),
                    slot,
                    body,
                    null
                )
                {
                    Level = state.EndTotal(level),
                    Read = found =>
                        (sbyte)(quantifier.Kind == QuantifierKind.Exists ? found.Any : Kleene.Not(found.Any)),
                };
            }
        );
        return frame => (T)(sbyte)frame.Globals[total];
    }

    NumberOf DatasetAggregate(BoundAggregate aggregate)
    {
        var total = state.TotalOf(
            aggregate,
            () =>
            {
                var level = state.BeginTotal();
                var (slot, where, value) = Inside(aggregate);
                return new DatasetTotal(
                    aggregate.Domain.Kind,
                    SetOf(aggregate.Domain, aggregate.Variable),
                    slot,
                    where ?? (static _ => T.True),
                    value
                )
                {
                    Level = state.EndTotal(level),
                    Read = found => found.Result(aggregate.Kind),
                };
            }
        );
        return frame => frame.Globals[total];
    }

    NumberOf DatasetNumber(BoundDatasetMember member)
    {
        var kind = member.Member == DatasetMember.Images ? DomainKind.Images : DomainKind.Dataset;
        var total = state.TotalOf(
            member,
            () =>
                new DatasetTotal(kind, DatasetTotal.EveryAnnotation, state.ScratchSlot, static _ => T.True, null)
                {
                    Level = 0,
                    Read = static found => found.Count,
                }
        );
        return frame => frame.Globals[total];
    }

    int SetOf(BoundDomain domain, VariableSymbol variable) =>
        domain.Kind == DomainKind.Images ? DatasetTotal.EveryAnnotation : state.SetOf(variable.Classes);
}
