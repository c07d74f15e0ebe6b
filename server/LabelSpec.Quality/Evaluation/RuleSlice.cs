using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Violations;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Quality.Evaluation;

/// <summary>The objects about which a rule of a guideline says something.</summary>
/// <param name="guideline">The guideline.</param>
/// <param name="rule">One of its rules.</param>
/// <param name="name">How reports call the slice.</param>
public sealed class RuleSlice(Guideline guideline, string rule, string name) : IObjectSlices
{
    /// <summary>The annotations that the rule finds.</summary>
    public IEnumerable<ObjectSlice> Of(Dataset truth, int threads, CancellationToken cancellation)
    {
        var settings = SettingsResolution.Resolve(CheckSettings.Default, null, guideline);
        var rules = RuleSet.Create(truth, guideline, settings, firstSource: 0, takesPart: each => each.Name == rule);
        var log = new RuleRunner(rules, rules.Sources.Length).Run(threads, null, cancellation);
        HashSet<int> rows = [];
        foreach (var violation in log.Violations)
            Add(violation, truth, rows);
        return [new(name, rows)];
    }

    static void Add(in Violation violation, Dataset truth, HashSet<int> rows)
    {
        if (violation.Kind == SubjectKind.Annotation)
        {
            rows.Add(violation.Subject);
            if (violation.Other >= 0)
                rows.Add(violation.Other);
        }
        else if (violation.Kind == SubjectKind.Image)
            rows.UnionWith(truth.Annotations.OfImage(violation.Subject).ToArray());
    }
}
