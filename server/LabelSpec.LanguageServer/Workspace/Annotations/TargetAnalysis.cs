using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Live;
using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Workspace.Annotations;

/// <summary>A target as it was judged.</summary>
public sealed class TargetAnalysis
{
    static readonly FindingList Nothing = FindingList.Of([]);

    readonly Lazy<OrderedDictionary<string, FindingList>> _byFile;
    readonly Dictionary<string, int> _files;

    public TargetAnalysis(AnnotationTarget target, Guideline? guideline, string? broken, LiveAnalysis live)
    {
        (Target, Guideline, GuidelineBroken, Live) = (target, guideline, broken, live);
        _byFile = new(() => FindingsInFile.Split(live.Result.Findings));
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

    /// <summary>The findings in a file, by position; made when they are asked for.</summary>
    public FindingList In(string path) => _byFile.Value.GetValueOrDefault(path, Nothing);

    /// <summary>The paths of files with findings.</summary>
    public IEnumerable<string> FilesWithFindings => _byFile.Value.Keys;

    /// <summary>Who made the annotation that a finding is about; null where nobody is named.</summary>
    public string? AnnotatorOf(Finding finding) =>
        AnnotationRows.AnnotatorAt(Dataset, FileOf(finding.Location.File), finding.Location.Start);

    /// <summary>What the file calls the class of the annotation that a finding is about; null where it is about none.</summary>
    public string? CategoryOf(Finding finding) =>
        AnnotationRows.CategoryAt(Dataset, FileOf(finding.Location.File), finding.Location.Start);

    /// <summary>The number of a file in the data set; −1 where it is none of its files.</summary>
    public int FileOf(string path) => _files.GetValueOrDefault(path, -1);
}
