using System.Collections.Concurrent;
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
    readonly ConcurrentDictionary<string, Dictionary<string, int>> _byImage = new(StringComparer.Ordinal);
    readonly Dictionary<string, int> _files;

    /// <summary>Of a target that is followed from version to version.</summary>
    public TargetAnalysis(AnnotationTarget target, Guideline? guideline, string? broken, LiveAnalysis live)
        : this(target, guideline, broken, live.Dataset, () => live.Result.Findings) => Live = live;

    /// <summary>Of files as they were judged on disk.</summary>
    public TargetAnalysis(
        AnnotationTarget target,
        Guideline? guideline,
        string? broken,
        Dataset dataset,
        Func<FindingList> findings
    )
    {
        (Target, Guideline, GuidelineBroken, Dataset) = (target, guideline, broken, dataset);
        _byFile = new(() => FindingsInFile.Split(findings()));
        _files = new(StringComparer.Ordinal);
        for (var file = 0; file < Dataset.Files.Length; file++)
            _files.TryAdd(Dataset.Files[file].Path, file);
    }

    public AnnotationTarget Target { get; }

    /// <summary>What judged; null where only built-in checks did.</summary>
    public Guideline? Guideline { get; }

    /// <summary>One sentence where it is not the guideline's text that judged.</summary>
    public string? GuidelineBroken { get; }

    /// <summary>Null where the files were judged on disk.</summary>
    public LiveAnalysis? Live { get; }

    public Dataset Dataset { get; }

    /// <summary>The findings in a file, by position; made when they are asked for.</summary>
    public FindingList In(string path) => _byFile.Value.GetValueOrDefault(path, Nothing);

    /// <summary>How many findings in a file are about an image. The first question looks at all findings, the others at none.</summary>
    public int CountIn(string path, string image) =>
        _byImage
            .GetOrAdd(
                path,
                path =>
                    In(path)
                        .Select(ImageOf)
                        .OfType<string>()
                        .CountBy(image => image, StringComparer.Ordinal)
                        .ToDictionary(StringComparer.Ordinal)
            )
            .GetValueOrDefault(image);

    /// <summary>
    /// The image that a finding is about, as its file names it; empty where the annotation's image has no name (predictions of Label
    /// Studio), null where the finding is about none.
    /// </summary>
    public string? ImageOf(Finding finding) =>
        finding.Image is { Length: > 0 } image ? image
        : AnnotationRows.At(Dataset, FileOf(finding.Location.File), finding.Location.Start) is >= 0 and var row
        && Dataset.Annotations.Images[row] is >= 0 and var at
        && Dataset.Images.FileNames[at].Length == 0
            ? ""
        : null;

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
