using System.Collections.Immutable;
using System.Text;
using LabelSpec.Quality.Problems;

namespace LabelSpec.Quality.Comparison;

/// <summary>Collects what is wrong with a file, with lines and columns.</summary>
sealed class RequirementProblemLog(byte[] file)
{
    /// <summary>So many are told: a file that is something else altogether has one for every value.</summary>
    const int Most = 100;

    readonly List<(int Place, ScoreProblemKind Kind, string Message)> problems = [];

    public bool IsEmpty => problems.Count == 0;

    /// <summary>The bytes of the file.</summary>
    public byte[] File => file;

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<RequirementProblem> All =>
        [
            .. problems
                .OrderBy(problem => problem.Place)
                .Take(Most)
                .Select(problem => At(problem.Place, problem.Kind, problem.Message)),
        ];

    public void Add(ScoreProblemKind kind, int place, string message) => problems.Add((place, kind, message));

    RequirementProblem At(int place, ScoreProblemKind kind, string message)
    {
        var before = file.AsSpan(0, Math.Min(place, file.Length));
        var lineStart = before.LastIndexOf((byte)'\n') + 1;
        return new(kind, message, before.Count((byte)'\n') + 1, Encoding.UTF8.GetCharCount(before[lineStart..]) + 1);
    }
}
