using LabelSpec.LanguageServer.Features.Data;
using LabelSpec.LanguageServer.Features.Diagnostics;
using LabelSpec.LanguageServer.Transport;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features;

/// <summary>What features may do beside answering requests.</summary>
/// <param name="Client">To tell and to ask the client something.</param>
/// <param name="Current">The newest snapshot, for work that no request asked for.</param>
/// <param name="Change">Puts a change of the server's own making in line with the client's.</param>
public sealed record ServerServices(
    IClientConnection Client,
    Func<WorkspaceSnapshot> Current,
    Func<Func<WorkspaceSnapshot, WorkspaceSnapshot>, Task> Change
)
{
    /// <summary>Where features say what is wrong with documents.</summary>
    public DiagnosticSources Diagnostics { get; } = new();

    /// <summary>The data that guidelines judge.</summary>
    internal IBoundData Data { get; set; } = NoData.Instance;

    /// <summary>Commands that `workspace/executeCommand` runs.</summary>
    public CommandTable Commands { get; } = new();

    /// <summary>What the client may cancel.</summary>
    public RunningWork Work { get; } = new();

    /// <summary>
    /// Called by work with progress, where it is done, with the share that is done and what ends it: whoever waits here holds it up.
    /// </summary>
    internal Action<double, CancellationToken>? Working { get; set; }

    /// <summary>Raised on the queue after each change of the snapshot: return at once.</summary>
    public event Action<WorkspaceSnapshot>? Changed;

    /// <summary>Raised once the client said that it is ready: from here on it may be asked and told things.</summary>
    public event Func<Task>? Ready;

    /// <summary>Raised when the session ends.</summary>
    public CancellationToken Ended { get; init; }

    /// <summary>Raised on the queue when the client said that files on disk were created, changed or deleted: return at once.</summary>
    public event Action<IReadOnlyList<(string Path, bool Exists)>>? FilesChanged;

    internal void RaiseFilesChanged(IReadOnlyList<(string Path, bool Exists)> changes) => FilesChanged?.Invoke(changes);

    internal void RaiseChanged(WorkspaceSnapshot snapshot) => Changed?.Invoke(snapshot);

    /// <summary>All at once: some ask the client, and a client that never answers must not keep the others waiting.</summary>
    internal Task RaiseReadyAsync() =>
        Task.WhenAll((Ready?.GetInvocationList() ?? []).Select(handler => ((Func<Task>)handler)()));
}
