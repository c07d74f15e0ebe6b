using System.Collections.Concurrent;
using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Features.Diagnostics;
using LabelSpec.LanguageServer.Protocol.Custom;
using LabelSpec.LanguageServer.Workspace.Annotations;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Features.Annotations;

/// <summary>A data set as it was judged from disk. The data itself is let go: it may be as large as the memory.</summary>
sealed class DiskAnalysis
{
    /// <summary>Findings that are kept; all are counted.</summary>
    const int Most = 20_000;

    const int MostLookedAt = 256;

    readonly ILookup<string, LocatedFinding> _byFile;
    readonly ConcurrentDictionary<(string Path, int Most), DocumentReport> _reports = new();

    public DiskAnalysis(
        AnnotationTarget target,
        Guideline? guideline,
        Dataset dataset,
        AnalysisResult result,
        Func<Finding, int> fileOf
    )
    {
        Target = target;
        Summary = result.Summary;
        Guideline = guideline;
        Inputs = result.Inputs;
        var kept = ImmutableArray.CreateBuilder<LocatedFinding>();
        for (var i = 0; i < result.Findings.Count && i < Most; i++)
        {
            var finding = result.Findings[i];
            var (file, start) = (fileOf(finding), finding.Location.Start);
            kept.Add(
                new LocatedFinding(
                    finding,
                    guideline,
                    AnnotationRows.AnnotatorAt(dataset, file, start),
                    FromDisk: true,
                    AnnotationRows.CategoryAt(dataset, file, start)
                )
            );
        }

        Tally = new DataTally(dataset, new DataWords(dataset), result, [.. kept.Select(located => located.Finding)]);
        _byFile = kept.ToLookup(located => located.Finding.Location.File, StringComparer.Ordinal);
        Stamps = result.Inputs.ToImmutableDictionary(input => input.Path, input => FileStamp.Of(input.Path));
    }

    public AnnotationTarget Target { get; }

    public AnalysisSummary Summary { get; }

    /// <summary>How often the data says which words, and breaks which rules; of all findings, not only of those that are kept.</summary>
    public DataTally Tally { get; }

    /// <summary>What judged; null where only built-in checks did.</summary>
    public Guideline? Guideline { get; }

    /// <summary>The files that were read, with what is in them.</summary>
    public ImmutableArray<AnalysedInput> Inputs { get; }

    /// <summary>The files that were read, with size and time.</summary>
    public ImmutableDictionary<string, FileStamp> Stamps { get; }

    /// <summary>Whether a file changed that was read; of many files nobody looks at each, the client tells.</summary>
    public bool IsStale => Stamps.Count <= MostLookedAt && Stamps.Any(stamp => FileStamp.Of(stamp.Key) != stamp.Value);

    public IEnumerable<string> Files => _byFile.Select(group => group.Key).Where(path => path.Length > 0);

    /// <summary>The report on a file, made once for each number of findings that are to be marked.</summary>
    public DocumentReport ReportOf(string path, int most, Func<DocumentReport> make) =>
        _reports.GetOrAdd((path, most), _ => make());

    public IEnumerable<LocatedFinding> In(string path) => _byFile[path];

    /// <summary>How many findings a file has, by severity: all, also those that are not kept, where it is the only one.</summary>
    public Counts CountsIn(string path) =>
        Inputs.Length == 1
            ? new Counts((int)Summary.Errors, (int)Summary.Warnings, (int)Summary.Infos, (int)Summary.Hints)
            : ShownFindings.CountOf(In(path).Select(located => located.Finding));
}

/// <summary>What tells that a file on disk is still the same.</summary>
readonly record struct FileStamp(DateTime Written, long Length)
{
    public static FileStamp Of(string path) =>
        new FileInfo(path) is { Exists: true } file ? new(file.LastWriteTimeUtc, file.Length) : new(default, -1);
}
