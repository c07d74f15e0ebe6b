using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules.Data;
using LabelSpec.Engine.Rules.Judging;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;
using LabelSpec.Semantics.Symbols;
using LabelSpec.Semantics.Symbols.Rules;

namespace LabelSpec.Engine.Rules;

/// <summary>The rules of a guideline, compiled for one data set. See <c>docs/rules.md</c> for how they are judged.</summary>
public sealed class RuleSet
{
    RuleSet(RuleProgram program, ImmutableArray<ViolationSource> sources)
    {
        Program = program;
        Sources = sources;
        foreach (var total in program.Totals)
            HighestLevel = Math.Max(HighestLevel, total.Level);
    }

    /// <summary>What violations of the rules are explained by, in the order of the guideline, rules that are off left out.</summary>
    public ImmutableArray<ViolationSource> Sources { get; }

    /// <summary>Whether what rules count over the whole data can be collected part by part.</summary>
    public bool TotalsNeedOnePass => HighestLevel <= 0;

    internal RuleProgram Program { get; }

    internal int HighestLevel { get; } = -1;

    internal bool JudgesImages =>
        Program.Pairs.Count + Program.Groups.Count + Program.Images.Count > 0
        || Program.EachOfCategory.Any(rules => rules.Length > 0);

    internal bool JudgesTracks => Program.Tracks.Count + Program.Steps.Count > 0;

    /// <param name="dataset">What will be judged.</param>
    /// <param name="guideline">What judges.</param>
    /// <param name="settings">May change severities and switch rules off.</param>
    /// <param name="firstSource">The number of the first rule among all sources of the analysis.</param>
    /// <param name="takesPart">Leaves rules out; null for none.</param>
    public static RuleSet Create(
        Dataset dataset,
        Guideline guideline,
        CheckSettings settings,
        int firstSource,
        Func<RuleSymbol, bool>? takesPart = null
    )
    {
        var rules = new List<RuleSymbol>();
        var severities = new List<Severity>();
        foreach (var rule in guideline.Rules)
        {
            var severity = settings.SeverityOf(rule.Name, rule.Severity);
            if (severity == Severity.Off || takesPart?.Invoke(rule) == false)
                continue;
            rules.Add(rule);
            severities.Add(severity);
        }
        var program = new RuleProgram(new JudgedData(dataset, guideline), rules, firstSource);
        return new RuleSet(
            program,
            [.. rules.Select((rule, index) => new RuleSource(program, rule, severities[index]))]
        );
    }
}
