using LabelSpec.Engine.Rules.Aggregates;
using LabelSpec.Engine.Rules.Data;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Expressions;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Engine.Rules.Compilation;

/// <summary>What the expressions of all rules share while they are compiled: slots, sets of classes, buffers, totals.</summary>
sealed class CompilationState(JudgedData data)
{
    readonly Dictionary<VariableSymbol, int> slots = [];
    readonly Dictionary<ClassSet, int> sets = [];
    readonly List<bool[]> members = [];
    readonly List<DatasetTotal> totals = [];
    readonly Dictionary<BoundExpression, int> totalOf = new(ReferenceEqualityComparer.Instance);
    readonly List<VariableSymbol> bound = [];
    int highestLevel = -1;
    int scratch = -1;
    int slotCount;

    public FrameSize FrameSize => new(slotCount, Buffers);

    /// <summary>For each set of classes, for each category, shifted by one, whether it belongs.</summary>
    public IReadOnlyList<bool[]> Members => members;

    /// <summary>What has to be computed over the whole data.</summary>
    public IReadOnlyList<DatasetTotal> Totals => totals;

    /// <summary>The variables that have a value where the compiler is, outermost first.</summary>
    public IReadOnlyList<VariableSymbol> Bound => bound;

    /// <summary>A slot that nobody reads.</summary>
    public int ScratchSlot => scratch < 0 ? scratch = slotCount++ : scratch;

    int Buffers { get; set; }

    /// <summary>Variables live in slots of their own, so that no rule disturbs another.</summary>
    public int SlotOf(VariableSymbol variable)
    {
        if (!slots.TryGetValue(variable, out var slot))
        {
            slot = slotCount++;
            slots.Add(variable, slot);
        }
        return slot;
    }

    public int SetOf(ClassSet classes)
    {
        if (!sets.TryGetValue(classes, out var set))
        {
            set = members.Count;
            sets.Add(classes, set);
            members.Add(data.Classes.Members(classes));
        }
        return set;
    }

    /// <summary>A set that no class set of the guideline names.</summary>
    public int AddSet(bool[] flags)
    {
        members.Add(flags);
        return members.Count - 1;
    }

    public int NewBuffer() => Buffers++;

    /// <summary>A variable has a value until the scope is disposed of.</summary>
    public BoundScope Bind(VariableSymbol variable)
    {
        bound.Add(variable);
        return new BoundScope(bound);
    }

    /// <summary>Where the result of an expression is found in <c>Frame.Globals</c>; it is computed once, however often it is compiled.</summary>
    public int TotalOf(BoundExpression expression, Func<DatasetTotal> compile)
    {
        if (totalOf.TryGetValue(expression, out var known))
        {
            highestLevel = Math.Max(highestLevel, totals[known].Level);
            return known;
        }
        var total = compile();
        totals.Add(total);
        totalOf.Add(expression, totals.Count - 1);
        highestLevel = Math.Max(highestLevel, total.Level);
        return totals.Count - 1;
    }

    /// <summary>From here on, totals that are compiled are needed by the one that begins.</summary>
    /// <returns>To be handed to <see cref="EndTotal"/>.</returns>
    public int BeginTotal()
    {
        var outer = highestLevel;
        highestLevel = -1;
        return outer;
    }

    /// <returns>The level of the total that ends.</returns>
    public int EndTotal(int outer)
    {
        var level = highestLevel + 1;
        highestLevel = Math.Max(outer, level);
        return level;
    }
}
