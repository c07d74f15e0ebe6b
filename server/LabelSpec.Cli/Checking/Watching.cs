using LabelSpec.Cli.Running;
using LabelSpec.Engine.Caching;

namespace LabelSpec.Cli.Checking;

/// <summary>Checks again whenever a file below the watched folders changes.</summary>
/// <param name="context">What the command runs in.</param>
/// <param name="run">What is done again.</param>
/// <param name="output">The file that the report is written to, if any: writing it is no change.</param>
sealed class Watching(CommandContext context, CheckRun run, string? output)
{
    readonly HashSet<string> _own = [.. OwnFiles(output)];

    // Editors and exports write a file in several steps; what comes within this time is one change.
    static readonly TimeSpan Settle = TimeSpan.FromMilliseconds(200);

    public int Run(IEnumerable<string> paths)
    {
        using var changed = new SemaphoreSlim(0);
        var watchers = paths.Select(FolderOf).Distinct().Select(folder => Watch(folder, changed)).ToList();
        try
        {
            while (true)
            {
                RunOnce();
                context.Terminal.Error.WriteLine("watching; Ctrl-C ends");
                changed.Wait(context.Cancellation);
                while (changed.Wait(Settle, context.Cancellation)) { }
            }
        }
        finally
        {
            watchers.ForEach(watcher => watcher.Dispose());
        }
    }

    // A file that is gone for a moment, or a guideline that is being written, must not end the watch.
    void RunOnce()
    {
        try
        {
            run.Once();
        }
        catch (Exception exception) when (exception is CommandFailure or IOException or UnauthorizedAccessException)
        {
            context.Terminal.Error.WriteLine($"labelspec: {exception.Message}");
        }
    }

    // A report or a remembered result that is written into a watched folder must not start the next one.
    static IEnumerable<string> OwnFiles(string? output)
    {
        if (output is not null)
            yield return Path.GetFullPath(output);
        foreach (var stream in (string[])["/proc/self/fd/1", "/proc/self/fd/2"])
            if (File.Exists(stream) && File.ResolveLinkTarget(stream, returnFinalTarget: true) is { } target)
                yield return target.FullName;
    }

    FileSystemWatcher Watch(string folder, SemaphoreSlim changed)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size,
        };
        watcher.Changed += Notice;
        watcher.Created += Notice;
        watcher.Deleted += Notice;
        watcher.Renamed += Notice;
        watcher.EnableRaisingEvents = true;
        return watcher;

        void Notice(object sender, FileSystemEventArgs change)
        {
            if (
                !_own.Any(own => change.FullPath == own || ReplacedFile.IsBeside(change.FullPath, own))
                && !change.FullPath.Contains(ResultCache.FolderName, StringComparison.Ordinal)
            )
                changed.Release();
        }
    }

    static string FolderOf(string path)
    {
        var full = Path.GetFullPath(path);
        while (!Directory.Exists(full))
            full = Path.GetDirectoryName(full)!;
        return full;
    }
}
