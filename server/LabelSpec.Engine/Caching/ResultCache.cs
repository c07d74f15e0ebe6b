using System.Diagnostics;
using LabelSpec.Annotations.Writing;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Engine.Caching;

/// <summary>
/// Results of earlier runs in a folder of the workspace, by a hash of everything that was asked for. An entry is used when every
/// file that it depends on is what it was; one that is damaged, foreign or stale is as none. Whatever goes wrong here costs
/// time and nothing else.
/// </summary>
public sealed class ResultCache(string folder)
{
    public const string FolderName = ".labelspec_cache";

    /// <summary>Entries kept; each is for one data set and one way of asking.</summary>
    const int MostEntries = 32;

    /// <param name="key">Lower-case hexadecimal; see <see cref="ResultKey"/>.</param>
    /// <param name="found">The files that the request stands for now.</param>
    /// <param name="judgeAgain">Makes findings that nobody asked for the last time.</param>
    /// <returns>The result without its guideline, which is the caller's; null where there is none that still holds.</returns>
    public AnalysisResult? Find(string key, IReadOnlyList<string> found, Func<FindingList> judgeAgain)
    {
        var clock = Stopwatch.StartNew();
        try
        {
            var path = PathOf(key);
            if (!File.Exists(path) || !CachedAnalysis.TryRead(File.ReadAllBytes(path), out var cached))
                return null;
            if (!cached.Found.SequenceEqual(found) || !cached.Stamps.AsParallel().All(stamp => stamp.IsCurrent()))
                return null;
            File.SetLastWriteTimeUtc(path, DateTime.UtcNow);
            return new AnalysisResult
            {
                Inputs = cached.Inputs,
                Rules = cached.Rules,
                Findings = new RememberedFindings(
                    cached.RuleOf,
                    cached.SeverityOf,
                    cached.FileOf,
                    cached.Known,
                    judgeAgain
                ),
                Summary = cached.Summary with { Duration = clock.Elapsed },
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    /// <param name="key">As for <see cref="Find"/>.</param>
    /// <param name="found">The files that the request stood for.</param>
    /// <param name="stamps">All that the result depends on, as it was before it was read.</param>
    /// <param name="result">The result.</param>
    /// <param name="findings">Its findings, with those that were reported.</param>
    public void Keep(
        string key,
        IReadOnlyCollection<string> found,
        IReadOnlyCollection<FileStamp> stamps,
        AnalysisResult result,
        RecordedFindings findings
    )
    {
        var path = PathOf(key);
        var beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            Prepare();
            using (var stream = new NewFileStream(beside))
            {
                CachedAnalysis.Write(stream, found, stamps, result, findings);
                stream.Flush(flushToDisk: false);
            }

            File.Move(beside, path, overwrite: true);
            RemoveOld();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Remove(beside);
        }
    }

    string PathOf(string key) => Path.Combine(folder, key[..32] + ".result");

    // Nobody wants to find it in a repository or a backup.
    void Prepare()
    {
        Directory.CreateDirectory(folder);
        var ignore = Path.Combine(folder, ".gitignore");
        if (!File.Exists(ignore))
            File.WriteAllText(ignore, "*\n");
        var tag = Path.Combine(folder, "CACHEDIR.TAG");
        if (!File.Exists(tag))
            File.WriteAllText(
                tag,
                "Signature: 8a477f597d28d172789f06886806bc55\n# Results of labelspec; safe to delete.\n"
            );
    }

    void RemoveOld()
    {
        var entries = new DirectoryInfo(folder).GetFiles("*.result");
        foreach (var entry in entries.OrderByDescending(entry => entry.LastWriteTimeUtc).Skip(MostEntries))
            Remove(entry.FullName);
    }

    static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // It is left for the next run.
        }
    }
}
