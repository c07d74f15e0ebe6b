using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Cli.Running;

namespace LabelSpec.Cli.Checking;

/// <summary>What could not be read of a data set, in words, for commands that have no list of findings.</summary>
static class UnreadFiles
{
    /// <summary>More are only counted.</summary>
    const int Most = 20;

    /// <summary><c>a.json:1:1: error[LS2002] …</c></summary>
    /// <param name="path">What is named where the problem is of no file.</param>
    public static string Text(Dataset dataset, ReadProblem problem, string path) =>
        problem.Span.IsNone
            ? $"{path}: {problem.Message}"
            : $"{DisplayPath.Of(dataset.Files[problem.Span.File].Path)}:{dataset.PositionOf(problem.Span)}: "
                + $"error[{problem.Code}] {problem.Message}";

    /// <summary>Says on the terminal what is passed over, and why.</summary>
    public static void Tell(Dataset dataset, Target target, Terminal terminal)
    {
        var unread = dataset.Problems.Where(problem => problem.Kind.IsUnread).ToList();
        foreach (var problem in unread.Take(Most))
            terminal.Error.WriteLine(Text(dataset, problem, target.Inputs[0].Path));
        if (unread.Count > Most)
            terminal.Error.WriteLine($"and {unread.Count - Most} more; labelspec check shows all");
    }
}
