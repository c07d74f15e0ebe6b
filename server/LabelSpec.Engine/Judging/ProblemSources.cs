using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Judging;

/// <summary>One source for each code that readers reported, in order of code, as if they were checks.</summary>
sealed class ProblemSources
{
    readonly Dataset dataset;
    readonly List<string> codes = [];

    public ProblemSources(Dataset dataset, CheckSettings settings)
    {
        this.dataset = dataset;
        var sources = new List<ProblemSource>();
        foreach (
            var kind in dataset
                .Problems.Select(problem => problem.Kind)
                .DistinctBy(kind => kind.Code)
                .OrderBy(kind => kind.Code, StringComparer.Ordinal)
        )
        {
            var severity = settings.SeverityOf(kind.Code, ProblemSource.DefaultOf(kind));
            if (severity == Severity.Off)
                continue;
            codes.Add(kind.Code);
            sources.Add(new(kind, severity, dataset));
        }

        All = sources;
    }

    public IReadOnlyList<ProblemSource> All { get; }

    public void Report(ViolationLog log, int firstSource)
    {
        for (var row = 0; row < dataset.Problems.Length; row++)
        {
            var source = codes.IndexOf(dataset.Problems[row].Code);
            if (source >= 0)
                log.Violated(firstSource + source, new() { Kind = SubjectKind.Problem, Subject = row });
        }
    }
}
