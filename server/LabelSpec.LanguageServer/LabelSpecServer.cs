using System.Reflection;
using LabelSpec.LanguageServer.Features;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Session;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Files;

namespace LabelSpec.LanguageServer;

/// <summary>The whole server on one connection: a session, the features, and what they share.</summary>
public sealed class LabelSpecServer : IDisposable
{
    readonly LanguageServerSession _session;
    readonly CancellationTokenSource _ended = new();

    /// <param name="features">What it can do; <see cref="AllFeatures"/> in earnest.</param>
    public LabelSpecServer(Stream input, Stream output, IEnumerable<IFeature>? features = null)
    {
        _session = new LanguageServerSession(input, output);
        var services = new ServerServices(
            _session.Client,
            () => _session.Queue.Current,
            change => _session.Queue.Change(snapshot => (change(snapshot), true))
        )
        {
            Ended = _ended.Token,
        };
        Features = new FeatureRegistry(services);
        foreach (var feature in features ?? AllFeatures.Create())
            feature.Register(Features);
        Features.Connect(_session);
        _session.Changed += services.RaiseChanged;
        _session.OnLifecycle(Initialize, services.RaiseReadyAsync);
    }

    public FeatureRegistry Features { get; }

    public LanguageServerSession Session => _session;

    public static string Version { get; } =
        typeof(LabelSpecServer)
            .Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()
            ?.InformationalVersion
        ?? "0";

    /// <summary>Serves until `exit` or the end of the input; the exit code that the protocol asks for.</summary>
    public async Task<int> RunAsync()
    {
        var code = await _session.RunAsync().ConfigureAwait(false);
        await _ended.CancelAsync().ConfigureAwait(false);
        return code;
    }

    public void Dispose()
    {
        _ended.Cancel();
        _session.Dispose();
        _ended.Dispose();
    }

    (WorkspaceSnapshot First, InitializeResult Result) Initialize(InitializeParams wish)
    {
        var client = new ClientCapabilities(wish.Capabilities, wish.ClientInfo, SettingsOf(wish));
        var snapshot = new WorkspaceSnapshot
        {
            Client = client,
            Disk = DiskFiles.Unread,
            Kinds = AllFeatures.Kinds,
            Folders = [.. FoldersOf(wish)],
            Settings = SettingsOf(wish),
        };
        return (snapshot, new InitializeResult(Features.CapabilitiesFor(client), new ServerInfo("labelspec", Version)));
    }

    /// <summary>Newer clients send folders, older ones a root, and the oldest ones a path.</summary>
    static IEnumerable<string> FoldersOf(InitializeParams wish)
    {
        if (wish.WorkspaceFolders is { Count: > 0 } folders)
            return folders.Select(folder => DocumentUri.PathOf(folder.Uri)).Distinct();
        if (wish.RootUri is { Length: > 0 } root)
            return [DocumentUri.PathOf(root)];
        return wish.RootPath is { Length: > 0 } path ? [path.Replace('\\', '/')] : [];
    }

    static System.Text.Json.JsonElement? SettingsOf(InitializeParams wish) =>
        wish.InitializationOptions is { ValueKind: System.Text.Json.JsonValueKind.Object } options
        && options.TryGetProperty("labelspec", out var section)
            ? section
            : null;
}
