using LabelSpec.Engine.Rules.Aggregates;
using LabelSpec.Engine.Rules.Compilation;
using LabelSpec.Engine.Rules.Data;
using LabelSpec.Engine.Rules.Pairs;
using LabelSpec.Engine.Rules.Values;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Engine.Rules.Judging;

/// <summary>All rules of a guideline, compiled for one data set and sorted by what they range over.</summary>
sealed class RuleProgram
{
    readonly JudgedData data;
    readonly CompilationState state;

    public RuleProgram(JudgedData data, IReadOnlyList<RuleSymbol> rules, int firstSource)
    {
        this.data = data;
        state = new CompilationState(data);
        Compiler = new ExpressionCompiler(data, state);
        IgnoreSet = state.AddSet(data.IgnoreClasses);
        var each = new List<UnaryRule>();
        for (var i = 0; i < rules.Count; i++)
            Add(rules[i], firstSource + i, each);
        EachOfCategory = ByCategory(each);
    }

    public JudgedData Data => data;

    public ExpressionCompiler Compiler { get; }

    /// <summary>For each category, shifted by one, the rules over single annotations that speak of it.</summary>
    public UnaryRule[][] EachOfCategory { get; }

    public List<PairRule> Pairs { get; } = [];

    public List<UnaryRule> Groups { get; } = [];

    public List<UnaryRule> Tracks { get; } = [];

    public List<StepRule> Steps { get; } = [];

    public List<CompiledRule> Images { get; } = [];

    public List<CompiledRule> Datasets { get; } = [];

    public IReadOnlyList<DatasetTotal> Totals => state.Totals;

    /// <summary>The set of ignore classes.</summary>
    public int IgnoreSet { get; }

    /// <summary>What the last run found over the whole data, for messages.</summary>
    public double[] Globals { get; set; } = [];

    public IReadOnlyList<bool[]> Members => state.Members;

    /// <summary>A frame for one thread.</summary>
    public Frame NewFrame(double[] globals) =>
        new(data.Dataset, new Nearby.ImageRows(data, state.Members), state.FrameSize, globals);

    /// <summary>The slot of a variable, to bind it for messages.</summary>
    public int SlotOf(VariableSymbol variable) => state.SlotOf(variable);

    void Add(RuleSymbol rule, int source, List<UnaryRule> each)
    {
        switch (rule.Binder)
        {
            case EachBinder binder:
                each.Add(Unary(rule, source, binder.Variable));
                break;
            case GroupBinder binder:
                Groups.Add(Unary(rule, source, binder.Variable));
                break;
            case TrackBinder binder:
                Tracks.Add(Unary(rule, source, binder.Variable));
                break;
            case OrderedPairBinder binder:
                Pairs.Add(Pair(rule, source, binder.First, binder.Second, isOrdered: true));
                break;
            case UnorderedPairBinder binder:
                Pairs.Add(Pair(rule, source, binder.First, binder.Second, isOrdered: false));
                break;
            case StepBinder binder:
                Steps.Add(Step(rule, source, binder));
                break;
            case ImageBinder:
                Images.Add(CompiledRule.Compile(rule, source, Compiler));
                break;
            case DatasetBinder:
                Datasets.Add(CompiledRule.Compile(rule, source, Compiler));
                break;
            default:
                throw new InvalidOperationException($"{rule.Name} ranges over {rule.Binder.GetType().Name}.");
        }
    }

    UnaryRule Unary(RuleSymbol rule, int source, VariableSymbol variable)
    {
        var slot = state.SlotOf(variable);
        using var scope = state.Bind(variable);
        return new UnaryRule(CompiledRule.Compile(rule, source, Compiler), slot, state.SetOf(variable.Classes));
    }

    PairRule Pair(RuleSymbol rule, int source, VariableSymbol first, VariableSymbol second, bool isOrdered)
    {
        using var outer = state.Bind(first);
        using var inner = state.Bind(second);
        var analysis = new PairAnalysis(first, second, Compiler);
        var plan = new PairPlan(rule, analysis);
        return new PairRule(
            CompiledRule.Compile(rule, source, Compiler),
            new PairEnd(state.SlotOf(first), state.SetOf(first.Classes)),
            new PairEnd(state.SlotOf(second), state.SetOf(second.Classes)),
            isOrdered,
            new PairSymmetry(first, second).Holds(rule),
            plan
        );
    }

    StepRule Step(RuleSymbol rule, int source, StepBinder binder)
    {
        using var outer = state.Bind(binder.From);
        using var inner = state.Bind(binder.To);
        using var step = Compiler.InStep(binder);
        var compiled = CompiledRule.Compile(rule, source, Compiler);
        return new StepRule(
            compiled,
            new PairEnd(state.SlotOf(binder.From), state.SetOf(binder.From.Classes)),
            new PairEnd(state.SlotOf(binder.To), state.SetOf(binder.To.Classes))
        );
    }

    UnaryRule[][] ByCategory(List<UnaryRule> each)
    {
        var rules = new UnaryRule[data.Classes.Categories + 1][];
        for (var category = 0; category < rules.Length; category++)
            rules[category] = [.. each.Where(rule => state.Members[rule.Set][category])];
        return rules;
    }
}

/// <summary>A rule over single annotations, tracks or groups: the slot of its variable, and its set of classes.</summary>
readonly record struct UnaryRule(CompiledRule Rule, int Slot, int Set);

/// <summary>A rule over two annotations that follow each other in a track.</summary>
readonly record struct StepRule(CompiledRule Rule, PairEnd From, PairEnd To);
