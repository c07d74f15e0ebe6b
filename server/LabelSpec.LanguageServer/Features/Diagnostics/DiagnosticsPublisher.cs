using System.Threading.Channels;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>
/// Sends `textDocument/publishDiagnostics` to clients that do not ask themselves, and asks the others to look again
/// when something changed that they did not do. One worker looks at the newest snapshot only: while it works, changes
/// pile up into one.
/// </summary>
sealed class DiagnosticsPublisher(ServerServices services)
{
    readonly Channel<bool> _wake = Channel.CreateBounded<bool>(
        new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
    );
    readonly Dictionary<string, DocumentReport> _published = new(StringComparer.Ordinal);
    WorkspaceSnapshot? _last;
    volatile bool _refresh;

    public void Publish(WorkspaceSnapshot snapshot)
    {
        // Of what happens in its documents the client knows itself that it must ask again; not of the rest.
        if (
            _last is { } last
            && (
                last.Disk != snapshot.Disk
                || last.Folders != snapshot.Folders
                || last.MostDiagnostics() != snapshot.MostDiagnostics()
            )
        )
            _refresh = true;
        _last = snapshot;
        Wake();
    }

    /// <summary>After news that no change of the client brought.</summary>
    public void PublishAgain()
    {
        _refresh = true;
        Wake();
    }

    public Task StartAsync()
    {
        _ = Task.Run(RunAsync, CancellationToken.None);
        Wake();
        return Task.CompletedTask;
    }

    void Wake() => _wake.Writer.TryWrite(true);

    async Task RunAsync()
    {
        while (!services.Ended.IsCancellationRequested)
        {
            try
            {
                await _wake.Reader.ReadAsync(services.Ended).ConfigureAwait(false);
                await RoundAsync(services.Current()).ConfigureAwait(false);
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (Exception problem) when (problem is not OutOfMemoryException)
            {
                await services
                    .Client.NotifyAsync("window/logMessage", new LogMessageParams(1, problem.ToString()))
                    .ConfigureAwait(false);
            }
        }
    }

    async Task RoundAsync(WorkspaceSnapshot snapshot)
    {
        if (snapshot.Client.PullDiagnostics)
        {
            if (_refresh && snapshot.Client.DiagnosticRefresh)
                await services
                    .Client.RequestAsync("workspace/diagnostic/refresh", services.Ended)
                    .ConfigureAwait(false);
            _refresh = false;
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var report in services.Diagnostics.OfOpen(snapshot, services.Ended))
            await SendAsync(report, seen).ConfigureAwait(false);
        // The documents that people look at come first; the rest waits until they are done with.
        foreach (var report in services.Diagnostics.OfClosed(snapshot, services.Ended))
            await SendAsync(report, seen).ConfigureAwait(false);
        foreach (var gone in _published.Keys.Where(uri => !seen.Contains(uri)).ToList())
        {
            _published.Remove(gone);
            await NotifyAsync(gone, null, []).ConfigureAwait(false);
        }
    }

    async Task SendAsync(DocumentReport report, HashSet<string> seen)
    {
        if (!seen.Add(report.Uri))
            return;
        var known = _published.TryGetValue(report.Uri, out var before);
        if (known && report.IsSame(before!))
            return;
        _published[report.Uri] = report;
        if (known || report.Items.Count > 0 || report.Version is not null)
            await NotifyAsync(report.Uri, report.Version, report.Items).ConfigureAwait(false);
    }

    Task NotifyAsync(string uri, int? version, IReadOnlyList<Diagnostic> items) =>
        services.Client.NotifyAsync(
            "textDocument/publishDiagnostics",
            new PublishDiagnosticsParams(uri, version, items)
        );
}
