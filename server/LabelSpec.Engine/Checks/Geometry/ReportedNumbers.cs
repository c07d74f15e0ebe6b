using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Engine.Checks.Geometry;

/// <summary>Where readers have said already that something is no number, or too deep to be one.</summary>
sealed class ReportedNumbers
{
    readonly HashSet<(int File, long Start)> places = [];
    readonly List<SourceSpan> tooDeep = [];
    readonly Dictionary<int, long> firstOfMany = [];

    public ReportedNumbers(Dataset dataset)
    {
        foreach (var problem in dataset.Problems)
            if (problem.Kind == JsonProblems.TooDeep)
                tooDeep.Add(problem.Span);
            else if (IsOfValue(problem.Kind))
            {
                places.Add((problem.Span.File, problem.Span.Start));
                // One problem stands for all from its place on.
                if (problem.Count > 1)
                    firstOfMany.TryAdd(problem.Span.File, problem.Span.Start);
            }
    }

    static bool IsOfValue(ProblemKind kind) =>
        kind == RowProblems.NotANumber || kind == XmlProblems.NotANumber || kind == JsonProblems.WrongType;

    public bool IsEmpty => places.Count == 0 && tooDeep.Count == 0;

    public bool Contains(SourceSpan at) =>
        !at.IsNone
        && (
            places.Contains((at.File, at.Start))
            || (firstOfMany.TryGetValue(at.File, out var first) && at.Start >= first)
            || tooDeep.Exists(deep => deep.File == at.File && deep.Start >= at.Start && deep.Start < at.End)
        );
}
