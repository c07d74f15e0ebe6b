using System.Collections.Immutable;
using System.Globalization;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Engine;
using LabelSpec.Engine.Caching;
using LabelSpec.Engine.Settings;

namespace LabelSpec.Cli.Checking;

/// <summary>
/// Judges targets, or finds what an earlier run made of the same data, guideline and settings. Small data sets are judged
/// anew each time: that takes no longer, and leaves nothing behind.
/// </summary>
sealed class CachedJudging(Judging judging, CheckArguments arguments)
{
    /// <summary>Bytes of given files from which on results are kept.</summary>
    const long LeastBytes = 4 << 20;

    readonly List<Kept> judged = [];

    sealed record Kept(
        ResultCache Cache,
        string Key,
        IReadOnlyList<string> Found,
        ImmutableArray<FileStamp> Before,
        AnalysisResult Result,
        RecordedFindings Findings,
        Dataset Dataset
    );

    public (AnalysisResult Result, Dataset? Dataset) Judge(Target target, Baseline baseline, string? baselinePath)
    {
        if (!IsCacheable(target, out var found))
            return judging.Judge(target, baseline);
        var guideline = judging.GuidelineOf(target);
        if (guideline is { IsBroken: true })
            return judging.Judge(target, baseline);

        var cache = new ResultCache(Path.Combine(target.Project?.Folder ?? ".", ResultCache.FolderName));
        var key = KeyOf(target, guideline, baselinePath);
        if (cache.Find(key, found, () => judging.Judge(target, baseline).Result.Findings) is { } known)
            return (judging.WithGuideline(target, known), null);

        var before = found.Select(FileStamp.OfTime).ToImmutableArray();
        var (result, dataset) = judging.Judge(target, baseline);
        if (dataset is null || result.HasUnreadableInput)
            return (result, dataset);
        var findings = new RecordedFindings(result.Findings);
        result = result with { Findings = findings };
        judged.Add(new Kept(cache, key, found, before, result, findings, dataset));
        return (result, dataset);
    }

    /// <summary>Keeps what was judged, with the findings that were reported meanwhile.</summary>
    public void Keep()
    {
        foreach (var kept in judged)
            if (StampsOf(kept) is { } stamps)
                kept.Cache.Keep(kept.Key, kept.Found, stamps, kept.Result, kept.Findings);
    }

    // Pictures are wanted of what is drawn, and a baseline or a share of a shard of what is judged now.
    bool IsCacheable(Target target, out IReadOnlyList<string> found)
    {
        found = [];
        // What came out of a pipe is on no disk.
        if (target.Inputs.Any(input => input.Text is not null))
            return false;
        if (!arguments.UsesCache || arguments.Pictures is not null || arguments.UpdateBaseline || target.Inputs.IsEmpty)
            return false;
        found = DatasetReader.FilesOf(target.Inputs);
        long bytes = 0;
        foreach (var path in found)
        {
            if (new FileInfo(path) is { Exists: true } file)
                bytes += file.Length;
            // Of many files the first ones tell.
            if (bytes >= LeastBytes)
                return true;
        }

        return false;
    }

    string KeyOf(Target target, LoadedGuideline? guideline, string? baselinePath)
    {
        var key = new ResultKey()
            .AddBuild()
            .Add("folder", Directory.GetCurrentDirectory())
            .Add("guideline", guideline?.Summary.Sha256)
            .Add("project", ContentOf(target.Project?.FilePath))
            .Add("baseline", ContentOf(baselinePath))
            // Waivers end on a day.
            .Add("today", target.Project?.Waive.Count > 0 ? $"{DateTime.Now:yyyy-MM-dd}" : null)
            .Add("culture", CultureInfo.CurrentCulture.Name)
            .Add(arguments.Settings);
        foreach (var input in target.Inputs)
            key.Add("input", input.Path);
        return key.ToString();
    }

    static string? ContentOf(string? path) => path is not null && File.Exists(path) ? File.ReadAllText(path) : null;

    // Null when a file changed while it was judged: nobody knows which of its texts was.
    ImmutableArray<FileStamp>? StampsOf(Kept kept)
    {
        var now = DateTime.UtcNow;
        if (kept.Before.Any(stamp => stamp != FileStamp.OfTime(stamp.Path)))
            return null;
        var stamps = ImmutableArray.CreateBuilder<FileStamp>();
        // What lies in an archive is no file of its own; the archive is.
        foreach (var path in kept.Dataset.Files.Any(file => !File.Exists(file.FullPath)) ? kept.Found : [])
            stamps.Add(FileStamp.OfTime(path));
        foreach (var file in kept.Dataset.Files.Where(file => File.Exists(file.FullPath)))
            stamps.Add(FileStamp.OfContent(file.FullPath, file.Sha256, now));
        foreach (var path in kept.Dataset.Dependencies.Concat(judging.PicturesConsulted))
            stamps.Add(FileStamp.OfTime(path));
        return stamps.ToImmutable();
    }
}
