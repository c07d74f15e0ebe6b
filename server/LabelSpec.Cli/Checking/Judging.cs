using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Pictures;
using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.Annotations.Reading;
using LabelSpec.Cli.Running;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Settings;
using LabelSpec.Engine.Sharding;
using LabelSpec.Grammar;

namespace LabelSpec.Cli.Checking;

/// <summary>Reads and judges targets, with progress on the terminal.</summary>
sealed class Judging(CommandContext context, CheckSettings settings, int threads)
{
    readonly Dictionary<string, LoadedGuideline> _guidelines = [];
    readonly PictureCache _pictures = new(SkiaPictureReader.Instance);

    /// <summary>What judges a target that was read; all of it, here and now, unless told otherwise.</summary>
    public Func<Target, AnalysisRequest, AnalysisResult> Analyse { get; init; } = (_, request) => Analysis.Run(request);

    /// <summary>Whether the hash of every file is going to be asked for.</summary>
    public bool WantsHashes { get; init; }

    /// <summary>Where pictures were looked for.</summary>
    public IEnumerable<string> PicturesConsulted => _pictures.Consulted.Concat(LabelPictureCache.Shared.Consulted);

    /// <summary>Every guideline that was needed.</summary>
    public IEnumerable<LoadedGuideline> Guidelines => _guidelines.Values;

    /// <summary>Reads and judges one target; a broken guideline judges nothing, and neither does a target without data.</summary>
    public (AnalysisResult Result, Dataset? Dataset) Judge(Target target, Baseline baseline)
    {
        var guideline = GuidelineOf(target);
        if (target.Inputs.IsEmpty)
            return (GuidelineOnly(guideline, guideline?.Findings ?? []), null);
        if (guideline is { IsBroken: true })
            return (GuidelineOnly(guideline, [.. Grave(guideline)]), null);
        var dataset = Read(target);
        return (ChangedFiles.Noted(Judge(target, dataset, baseline), threads), dataset);
    }

    /// <summary>The guideline of a target; null where only built-in checks judge.</summary>
    public LoadedGuideline? GuidelineOf(Target target) => target.Guideline is { } path ? Load(path) : null;

    public LoadedGuideline Load(string path) =>
        _guidelines.TryGetValue(path, out var known) ? known : _guidelines[path] = LoadedGuideline.Load(path);

    /// <summary>Reads what is only judged.</summary>
    public Dataset Read(Target target) => Read(target, ImmutableDictionary<string, byte[]>.Empty, streams: true);

    /// <summary>Reads what is judged in part: geometry stays in its text, for whichever shard judges it to decode.</summary>
    public Dataset ReadForShare(Target target) =>
        Read(target, ImmutableDictionary<string, byte[]>.Empty, streams: false);

    /// <summary>Reads what may be written back.</summary>
    /// <param name="target">What is read.</param>
    /// <param name="texts">Texts that stand for files, by their path.</param>
    public Dataset Read(Target target, IReadOnlyDictionary<string, byte[]> texts) =>
        Read(target, texts, streams: false);

    Dataset Read(Target target, IReadOnlyDictionary<string, byte[]> texts, bool streams)
    {
        using var progress = new ProgressLine(context.Terminal);
        return DatasetReader.Read(
            target.Inputs.Concat(texts.Select(text => new ReadInput(text.Key, text.Value))),
            target.Options with
            {
                Threads = threads,
                Streams = streams,
                Hashes = WantsHashes,
            },
            progress.Bytes("reading", SizeOf(target.Inputs)),
            context.Cancellation
        );
    }

    /// <summary>Judges data that was read from the target.</summary>
    public AnalysisResult Judge(Target target, Dataset dataset, Baseline baseline)
    {
        using var progress = new ProgressLine(context.Terminal);
        var result = Analyse(target, RequestOf(target, dataset, baseline, progress));
        return WithGuidelineCounts(dataset.Files.IsEmpty ? NothingFound(result, target, dataset) : result);
    }

    /// <summary>Judges the share of a shard.</summary>
    public PartialShare Judge(Target target, Dataset dataset, Shard shard)
    {
        using var progress = new ProgressLine(context.Terminal);
        var request = RequestOf(target, dataset, Baseline.Empty, progress) with { Shard = shard };
        return new(AnalysisDigest.Of(request), Analysis.Judge(request));
    }

    AnalysisRequest RequestOf(Target target, Dataset dataset, Baseline baseline, ProgressLine progress)
    {
        var guideline = GuidelineOf(target);
        return new AnalysisRequest(dataset)
        {
            Guideline = guideline?.Guideline,
            GuidelineSummary = guideline?.Summary,
            GuidelineFindings = [.. Grave(guideline)],
            Project = target.Project,
            Pictures = _pictures,
            Settings = settings,
            Baseline = baseline,
            Threads = threads,
            Progress = progress.Share("checking"),
            Cancellation = context.Cancellation,
        };
    }

    /// <summary>What an earlier run found out about a target, with what its guideline says now.</summary>
    public AnalysisResult WithGuideline(Target target, AnalysisResult known)
    {
        var guideline = GuidelineOf(target);
        return known with { Guideline = guideline?.Summary, GuidelineFindings = [.. Grave(guideline)] };
    }

    // Folders without annotation files: what the reader says about that stands in no file, so it stands at the folder.
    static AnalysisResult NothingFound(AnalysisResult result, Target target, Dataset dataset)
    {
        var place = target.Inputs[0].Path;
        return result with
        {
            Inputs = [new AnalysedInput(place, null, null, 0, 0, dataset.Problems.FirstOrDefault()?.Message)],
            Findings = FindingList.Of(
                result.Findings.Select(finding => finding with { Location = Location.Whole(place) })
            ),
        };
    }

    // Who checks data wants to know when the guideline is wrong, not how it could be written better.
    static IEnumerable<Finding> Grave(LoadedGuideline? guideline) =>
        guideline?.Findings.Where(finding => finding.Severity >= Severity.Warning) ?? [];

    static AnalysisResult GuidelineOnly(LoadedGuideline? guideline, ImmutableArray<Finding> findings) =>
        WithGuidelineCounts(
            new AnalysisResult
            {
                Inputs = [],
                Guideline = guideline?.Summary,
                Rules = [],
                Findings = FindingList.Of([]),
                GuidelineFindings = findings,
                Summary = new AnalysisSummary(),
            }
        );

    static AnalysisResult WithGuidelineCounts(AnalysisResult result) =>
        result with
        {
            Summary = result.Summary with
            {
                Errors = result.Summary.Errors + CountOf(result, Severity.Error),
                Warnings = result.Summary.Warnings + CountOf(result, Severity.Warning),
                Infos = result.Summary.Infos + CountOf(result, Severity.Info),
                Hints = result.Summary.Hints + CountOf(result, Severity.Hint),
            },
        };

    static int CountOf(AnalysisResult result, Severity severity) =>
        result.GuidelineFindings.Count(finding => finding.Severity == severity);

    // Only to say how much is left to read: of folders and patterns it is not known beforehand.
    static long SizeOf(ImmutableArray<ReadInput> inputs)
    {
        long size = 0;
        foreach (var input in inputs)
        {
            var file = new FileInfo(input.Path);
            if (!file.Exists)
                return 0;
            size += file.Length;
        }

        return size;
    }
}
