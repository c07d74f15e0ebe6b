using LabelSpec.Annotations.Model;
using LabelSpec.Cli.Checking;
using LabelSpec.Cli.Running;
using LabelSpec.Grammar;
using LabelSpec.Quality.Evaluation;

namespace LabelSpec.Cli.Scoring;

/// <summary>Makes slices of what the command line says: values of attributes, rules, and expressions of a guideline.</summary>
static class Slices
{
    const string RuleName = "labelspec_slice_";

    public static IEnumerable<IObjectSlices> OfAttributes(Dataset truth, IEnumerable<string> attributes)
    {
        foreach (var attribute in attributes)
        {
            IObjectSlices slices = new AttributeSlices(attribute);
            var isThere = slices.Of(truth, threads: 1, CancellationToken.None).Any();
            if (!isThere && attribute == SizeSlices.Name)
                slices = new SizeSlices();
            else if (!isThere)
                throw CommandFailure.Usage(
                    $"--slice-by: no object or image of the ground truth has an attribute '{attribute}'"
                        + Suggestion.For(attribute, AttributeSlices.NamesIn(truth))
                );
            yield return slices;
        }
    }

    /// <summary>
    /// Slices of rules by name, and of expressions about an annotation <c>a</c>, which become rules at the end of the
    /// guideline: whatever its rules can say, a slice can.
    /// </summary>
    public static IEnumerable<IObjectSlices> OfGuideline(
        string path,
        IReadOnlyList<string> wanted,
        CommandContext context
    )
    {
        var known = ScoreGuideline.Load(path, context);
        foreach (var (index, text) in wanted.Index())
        {
            var isRule = known.Guideline.Rules.Any(rule => rule.Name == text);
            var name = isRule ? text : RuleName + index;
            var guideline = isRule ? known : LoadedGuideline.Load(path, RuleOf(name, text));
            if (guideline.Findings.FirstOrDefault(finding => finding.Severity == Severity.Error) is { } wrong)
                throw CommandFailure.Usage(
                    $"--slice '{text}' is neither a rule nor an expression about a: {wrong.Message}"
                );
            if (guideline.Guideline.Rules.First(rule => rule.Name == name).Severity == Severity.Off)
                throw CommandFailure.Usage($"--slice '{text}' is a rule that the guideline has turned off");
            yield return new RuleSlice(guideline.Guideline, name, text);
        }
    }

    static string RuleOf(string name, string expression) =>
        $"\nrule {name}: info {{\n  for a: any\n  forbid {expression}\n}}\n";
}
