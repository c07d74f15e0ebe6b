using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Live;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Workspace.Annotations;

/// <summary>A target as it was judged.</summary>
public sealed class TargetAnalysis
{
    readonly Lazy<ImmutableArray<Finding>> _findings;
    readonly Lazy<ILookup<string, Finding>> _byFile;
    readonly Dictionary<string, int> _files;

    public TargetAnalysis(AnnotationTarget target, Guideline? guideline, string? broken, LiveAnalysis live)
    {
        (Target, Guideline, GuidelineBroken, Live) = (target, guideline, broken, live);
        _findings = new(() => [.. live.Result.Findings]);
        _byFile = new(() => Findings.ToLookup(finding => finding.Location.File, StringComparer.Ordinal));
        _files = new(StringComparer.Ordinal);
        for (var file = 0; file < Dataset.Files.Length; file++)
            _files.TryAdd(Dataset.Files[file].Path, file);
    }

    public AnnotationTarget Target { get; }

    /// <summary>What judged; null where only built-in checks did.</summary>
    public Guideline? Guideline { get; }

    /// <summary>One sentence where it is not the guideline's text that judged.</summary>
    public string? GuidelineBroken { get; }

    public LiveAnalysis Live { get; }

    public Dataset Dataset => Live.Dataset;

    public ImmutableArray<Finding> Findings => _findings.Value;

    /// <summary>The findings in a file, by position.</summary>
    public IEnumerable<Finding> In(string path) => _byFile.Value[path];

    /// <summary>The paths of files with findings.</summary>
    public IEnumerable<string> FilesWithFindings => _byFile.Value.Select(group => group.Key);

    /// <summary>Who made the annotation that a finding is about; null where nobody is named.</summary>
    public string? AnnotatorOf(Finding finding) =>
        AnnotationRows.AnnotatorAt(Dataset, FileOf(finding.Location.File), finding.Location.Start);

    /// <summary>The number of a file in the data set; −1 where it is none of its files.</summary>
    public int FileOf(string path) => _files.GetValueOrDefault(path, -1);
}
