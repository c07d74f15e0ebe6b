using LabelSpec.Cli.Running;

namespace LabelSpec.Cli.Checking;

/// <summary>Checks again whenever a file below the watched folders changes.</summary>
sealed class Watching(CommandContext context, CheckRun run)
{
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

    static FileSystemWatcher Watch(string folder, SemaphoreSlim changed)
    {
        var watcher = new FileSystemWatcher(folder)
        {
            IncludeSubdirectories = true,
            NotifyFilter = NotifyFilters.LastWrite | NotifyFilters.FileName | NotifyFilters.Size,
        };
        watcher.Changed += (_, _) => changed.Release();
        watcher.Created += (_, _) => changed.Release();
        watcher.Deleted += (_, _) => changed.Release();
        watcher.Renamed += (_, _) => changed.Release();
        watcher.EnableRaisingEvents = true;
        return watcher;
    }

    static string FolderOf(string path)
    {
        var full = Path.GetFullPath(path);
        while (!Directory.Exists(full))
            full = Path.GetDirectoryName(full)!;
        return full;
    }
}
