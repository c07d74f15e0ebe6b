using System.Text.Json;
using System.Text.Json.Nodes;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Session;
using LabelSpec.LanguageServer.Workspace;

namespace LabelSpec.LanguageServer.Features;

/// <summary>
/// Collects what the features answer and announce. From here come the handlers of the session, the capabilities of
/// `initialize`, and the feature matrix in the documentation, so that the three cannot differ.
/// </summary>
/// <param name="services">What features may do beside answering.</param>
public sealed class FeatureRegistry(ServerServices services)
{
    readonly List<AnnouncedMethod> _methods = [];
    readonly List<Action<LanguageServerSession>> _connections = [];
    readonly Dictionary<string, object> _documents = new(StringComparer.Ordinal);
    readonly List<(string Path, Func<ClientCapabilities, JsonNode?> Value)> _capabilities = [];

    public ServerServices Services => services;

    /// <summary>Every method that is answered, in the order of registration.</summary>
    public IReadOnlyList<AnnouncedMethod> Methods => _methods;

    /// <summary>A request about one document. What it is answered with depends on the kind of the document.</summary>
    public DocumentMethod<TParams, TResult> Document<TParams, TResult>(string method)
        where TParams : IDocumentParams
        where TResult : class => Document<TParams, TResult>(method, wish => wish.TextDocument.Uri);

    /// <summary>A request to complete an item. One that remembers no document is complete, and is answered with itself.</summary>
    /// <param name="dataOf">What the item remembers.</param>
    public DocumentMethod<TItem, TItem> Resolve<TItem>(string method, Func<TItem, JsonElement?> dataOf)
        where TItem : class => Document<TItem, TItem>(method, item => ItemData.UriOf(dataOf(item)), item => item);

    /// <param name="uriOf">The document that a request is about.</param>
    /// <param name="otherwise">The answer where no kind of document has one; null without.</param>
    DocumentMethod<TParams, TResult> Document<TParams, TResult>(
        string method,
        Func<TParams, string?> uriOf,
        Func<TParams, TResult?>? otherwise = null
    )
        where TResult : class
    {
        // Kinds of documents answer the same method in features of their own.
        if (_documents.TryGetValue(method, out var known))
            return (DocumentMethod<TParams, TResult>)known;
        var handlers = new DocumentMethod<TParams, TResult>(method, uriOf, otherwise);
        _documents.Add(method, handlers);
        _methods.Add(new AnnouncedMethod(method, handlers.ContentTypes));
        _connections.Add(session => session.OnRequest<TParams, TResult>(method, handlers.AnswerAsync));
        return handlers;
    }

    /// <summary>A request about the workspace.</summary>
    public void Workspace<TParams, TResult>(
        string method,
        Func<WorkspaceSnapshot, TParams, CancellationToken, Task<TResult?>> answer
    )
        where TResult : class
    {
        _methods.Add(new AnnouncedMethod(method, []));
        _connections.Add(session => session.OnRequest(method, answer));
    }

    /// <summary>A notification that changes the state.</summary>
    public void Change<TParams>(string method, Func<WorkspaceSnapshot, TParams, WorkspaceSnapshot> change)
    {
        _methods.Add(new AnnouncedMethod(method, []));
        _connections.Add(session => session.OnChange(method, change));
    }

    /// <summary>Says in `initialize` what the server can.</summary>
    /// <param name="path">The member of the server's capabilities; dots go into members of members.</param>
    /// <param name="value">As the protocol wants it: <c>true</c>, or options. Null announces nothing to this client.</param>
    public void Announce(string path, Func<ClientCapabilities, JsonNode?> value) => _capabilities.Add((path, value));

    public void Announce(string path, bool value = true) => Announce(path, _ => JsonValue.Create(value));

    public void Announce(string path, Func<JsonNode> value) => Announce(path, _ => value());

    public JsonElement CapabilitiesFor(ClientCapabilities client)
    {
        var capabilities = new JsonObject();
        foreach (var (path, value) in _capabilities)
            if (value(client) is { } announced)
                Put(capabilities, path.Split('.'), announced);
        return JsonDocument.Parse(capabilities.ToJsonString()).RootElement;
    }

    internal void Connect(LanguageServerSession session)
    {
        foreach (var connect in _connections)
            connect(session);
    }

    static void Put(JsonObject target, ReadOnlySpan<string> path, JsonNode value)
    {
        if (path.Length == 1)
        {
            target[path[0]] = value;
            return;
        }

        if (target[path[0]] is not JsonObject inner)
            target[path[0]] = inner = [];
        Put(inner, path[1..], value);
    }
}
