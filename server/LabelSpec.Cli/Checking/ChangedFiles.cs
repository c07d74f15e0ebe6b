using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.Grammar;

namespace LabelSpec.Cli.Checking;

/// <summary>
/// Notices that somebody wrote to a file while it was judged: of large files one part is then of one text and one of another, and of
/// small ones, which are read again to find places, the places are wrong.
/// </summary>
static class ChangedFiles
{
    const string Message =
        "The file changed while it was checked, so that findings may be missing and stand in wrong places; check again when nobody "
        + "writes to it.";

    /// <summary>The result, with a finding for each such file, which counts as one that could not be read to its end.</summary>
    /// <param name="result">What came out.</param>
    /// <param name="threads">Upper bound on the threads that ask the system.</param>
    public static AnalysisResult Noted(AnalysisResult result, int threads)
    {
        var changed = PathsOfChanged(result, threads);
        if (changed.Count == 0)
            return result;
        var noted = new AnalysisResult
        {
            Inputs = [],
            Rules = [],
            Findings = FindingList.Of(changed.Order(StringComparer.Ordinal).Select(FindingOf)),
            Summary = new AnalysisSummary { Errors = changed.Count },
        };
        return CombinedResult.Of([result, noted]) with
        {
            Inputs =
            [
                .. result.Inputs.Select(input =>
                    changed.Contains(input.Path) ? input with { Problem = Message } : input
                ),
            ],
        };
    }

    static HashSet<string> PathsOfChanged(AnalysisResult result, int threads)
    {
        var found = FilesWithFindings(result.Findings);
        var inputs = result.Inputs;
        var hasChanged = new bool[inputs.Length];
        Parallel.For(
            0,
            inputs.Length,
            new ParallelOptions { MaxDegreeOfParallelism = threads },
            i =>
                hasChanged[i] =
                    inputs[i] is { Problem: null, Source: { } source }
                    && IsAtRisk(source, found)
                    && source.HasChangedOnDisk()
        );
        var changed = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < inputs.Length; i++)
            if (hasChanged[i])
                changed.Add(inputs[i].Path);
        return changed;
    }

    // A small file without findings was read at once, and is not looked at again.
    static bool IsAtRisk(SourceFile source, HashSet<string> found) =>
        source.Length > SourceFile.LargestReread || found.Contains(source.Path);

    static HashSet<string> FilesWithFindings(FindingList findings)
    {
        var files = new HashSet<string>(StringComparer.Ordinal);
        var last = "";
        for (var i = 0; i < findings.Count; i++)
            if (findings.FileAt(i) is var file && !ReferenceEquals(file, last))
                files.Add(last = file);
        return files;
    }

    static Finding FindingOf(string file) =>
        new()
        {
            Rule = FileProblems.Changed.Code,
            Severity = Severity.Error,
            Message = Message,
            Location = Location.Whole(file),
            Fingerprint = $"{FileProblems.Changed.Code}:{file}",
            HelpTopic = FileProblems.Changed.Code,
        };
}
