using System.Text.Json;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features.Diagnostics;

/// <summary>
/// `workspace/diagnostic`: reports on all documents. Clients ask again as soon as they are answered, so that an answer
/// without news waits for some.
/// </summary>
sealed class WorkspaceDiagnostics
{
    readonly ServerServices _services;
    TaskCompletionSource _news = NewSource();

    public WorkspaceDiagnostics(ServerServices services)
    {
        _services = services;
        services.Changed += _ => Announce();
        services.Diagnostics.MoreIsKnown += Announce;
    }

    public async Task<WorkspaceDiagnosticReport?> ReportAsync(
        WorkspaceDiagnosticParams wish,
        CancellationToken cancellation
    )
    {
        var known = wish.PreviousResultIds.ToDictionary(id => id.Uri, id => id.Value, StringComparer.Ordinal);
        while (true)
        {
            var news = Volatile.Read(ref _news).Task;
            var reports = Report(_services.Current(), known, cancellation);
            if (reports.Any(report => report.Kind == "full") || known.Count == 0)
                return await DeliverAsync(reports, wish.PartialResultToken).ConfigureAwait(false);
            await news.WaitAsync(cancellation).ConfigureAwait(false);
        }
    }

    List<WorkspaceDocumentDiagnosticReport> Report(
        WorkspaceSnapshot snapshot,
        Dictionary<string, string> known,
        CancellationToken cancellation
    )
    {
        var reports = new List<WorkspaceDocumentDiagnosticReport>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var sources = _services.Diagnostics;
        foreach (var report in sources.OfOpen(snapshot, cancellation).Concat(sources.OfClosed(snapshot, cancellation)))
        {
            if (!seen.Add(report.Uri))
                continue;
            reports.Add(
                known.GetValueOrDefault(report.Uri) == report.ResultId
                    ? new("unchanged", report.Uri, report.Version, report.ResultId, null)
                    : new("full", report.Uri, report.Version, report.ResultId, report.Items)
            );
        }

        // What was reported once and is gone now must be taken back.
        foreach (var gone in known.Where(entry => !seen.Contains(entry.Key) && entry.Value != NothingId))
            reports.Add(new("full", gone.Key, null, NothingId, []));
        return reports;
    }

    async Task<WorkspaceDiagnosticReport> DeliverAsync(
        List<WorkspaceDocumentDiagnosticReport> reports,
        JsonElement? token
    )
    {
        if (token is not { } partial)
            return new WorkspaceDiagnosticReport(reports);
        foreach (var chunk in reports.Chunk(ReportsInOnePart))
            await _services
                .Client.NotifyAsync(
                    "$/progress",
                    new ProgressParams(
                        partial,
                        JsonSerializer.SerializeToElement(
                            new WorkspaceDiagnosticReport(chunk),
                            ProtocolContext.Default.WorkspaceDiagnosticReport
                        )
                    )
                )
                .ConfigureAwait(false);
        return new WorkspaceDiagnosticReport([]);
    }

    void Announce() => Interlocked.Exchange(ref _news, NewSource()).TrySetResult();

    static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    const string NothingId = "nothing";
    const int ReportsInOnePart = 64;
}
