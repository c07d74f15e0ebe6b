using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Rules;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Violations;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.Quality.Evaluation;

/// <summary>The objects about which a rule of a guideline says something.</summary>
public static class RuleSlice
{
    /// <summary>The annotations that the rule finds; null where the guideline has no such rule.</summary>
    /// <exception cref="OperationCanceledException">The judging was cancelled.</exception>
    public static ObjectSlice? Of(
        Dataset truth,
        Guideline guideline,
        string rule,
        string name,
        int threads,
        CancellationToken cancellation
    )
    {
        var settings = SettingsResolution.Resolve(CheckSettings.Default, null, guideline);
        var rules = RuleSet.Create(truth, guideline, settings, firstSource: 0);
        var source = rules.Sources.ToList().FindIndex(each => each.Rule == rule);
        if (source < 0)
            return null;
        var log = new RuleRunner(rules, rules.Sources.Length).Run(
            threads > 0 ? threads : Environment.ProcessorCount,
            null,
            cancellation
        );
        HashSet<int> rows = [];
        foreach (var violation in log.Violations)
            if (violation.Source == source)
                Add(violation, truth, rows);
        return new(name, rows);
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
