using System.Collections.Immutable;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;

namespace LabelSpec.Reports.JUnit;

/// <summary>Arranges findings by file and rule.</summary>
static class JUnitSuites
{
    /// <summary>
    /// Above so many files, a file in which nothing was found is one passed case instead of one for each rule: a
    /// hundred thousand files with twenty rules would make two million cases that no view can show.
    /// </summary>
    const int MostFilesInDetail = 1000;

    const string AllRules = "all rules";

    public static ImmutableArray<JUnitSuite> Of(AnalysisResult result, Severity failOn)
    {
        var found = new Dictionary<string, Dictionary<string, Collected>>();
        foreach (var finding in result.GuidelineFindings)
            CaseOf(found, finding.Location.File, finding.Rule).Add(finding);
        for (var index = 0; index < result.Findings.Count; index++)
            CaseOf(found, result.Findings.FileAt(index), result.Findings.RuleAt(index))
                .Add(index, result.Findings.SeverityAt(index));

        ImmutableArray<JUnitCase> judged =
            result.Inputs.Length > MostFilesInDetail
                ? [JUnitCase.Passed(AllRules)]
                :
                [
                    .. result
                        .Rules.Where(rule => rule.Severity != Severity.Off)
                        .Select(rule => rule.Undecidable > 0 ? JUnitCase.Undecided(rule) : JUnitCase.Passed(rule.Rule)),
                ];

        var inputs = result.Inputs.Select(input => input.Path).ToHashSet();
        var elsewhere = found.Keys.Where(file => !inputs.Contains(file)).Order(StringComparer.Ordinal);
        return
        [
            .. elsewhere.Select(file => new JUnitSuite(file, Cases(found[file], [], failOn), null)),
            .. result.Inputs.Select(input => new JUnitSuite(
                input.Path,
                // Of a file that could not be read to its end, nothing is known to have passed.
                Cases(found.GetValueOrDefault(input.Path), input.Problem is null ? judged : [], failOn),
                input.Problem
            )),
        ];
    }

    static ImmutableArray<JUnitCase> Cases(
        Dictionary<string, Collected>? found,
        ImmutableArray<JUnitCase> judged,
        Severity failOn
    )
    {
        if (found is null)
            return judged;
        var others = judged.Where(test => !found.ContainsKey(test.Rule) && test.Rule != AllRules);
        return [.. found.Select(pair => pair.Value.ToCase(pair.Key, failOn)), .. others];
    }

    static Collected CaseOf(Dictionary<string, Dictionary<string, Collected>> found, string file, string rule)
    {
        if (!found.TryGetValue(file, out var rules))
            found[file] = rules = [];
        if (!rules.TryGetValue(rule, out var collected))
            rules[rule] = collected = new Collected();
        return collected;
    }

    sealed class Collected
    {
        readonly List<Finding> _ready = [];
        readonly List<int> _indices = [];
        Severity _gravest;

        public void Add(Finding finding)
        {
            _ready.Add(finding);
            _gravest = Max(_gravest, finding.Severity);
        }

        public void Add(int index, Severity severity)
        {
            _indices.Add(index);
            _gravest = Max(_gravest, severity);
        }

        public JUnitCase ToCase(string rule, Severity failOn) =>
            new(rule, _ready, _indices, _gravest, failOn != Severity.Off && _gravest >= failOn);

        static Severity Max(Severity one, Severity other) => one > other ? one : other;
    }
}
