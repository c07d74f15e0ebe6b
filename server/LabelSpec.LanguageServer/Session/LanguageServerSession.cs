using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Queue;
using LabelSpec.LanguageServer.Transport;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Encodings;

namespace LabelSpec.LanguageServer.Session;

/// <summary>
/// One client from `initialize` to `exit`. Owns the connection and the queue; what is done with a message is decided by
/// the features that are registered here.
/// </summary>
public sealed class LanguageServerSession : IDisposable
{
    readonly RpcConnection _connection;
    readonly TaskCompletionSource<int> _exit = new(TaskCreationOptions.RunContinuationsAsynchronously);
    bool _initialized;
    bool _shutDown;

    public LanguageServerSession(Stream input, Stream output)
    {
        _connection = new RpcConnection(input, output, ProtocolContext.Default);
        Queue = new RequestQueue<WorkspaceSnapshot>(WorkspaceSnapshot.Empty, snapshot => Changed?.Invoke(snapshot));
        Client = new TranslatingConnection(_connection, () => Queue.Current);
    }

    /// <summary>Raised on the queue after each change, in order.</summary>
    public event Action<WorkspaceSnapshot>? Changed;

    public RequestQueue<WorkspaceSnapshot> Queue { get; }

    public IClientConnection Client { get; }

    /// <summary>Serves until `exit` or the end of the input.</summary>
    /// <returns>The process exit code that the protocol asks for: 0 after `shutdown`, 1 without it.</returns>
    public async Task<int> RunAsync()
    {
        _ = Queue.RunAsync();
        _connection.Start();
        // Not the connection's own completion alone: on Unix it may wait for a read of an input that stays open.
        await Task.WhenAny(_exit.Task, _connection.Closed).ConfigureAwait(false);
        Queue.Complete();
        return _exit.Task.IsCompletedSuccessfully ? await _exit.Task.ConfigureAwait(false) : 1;
    }

    /// <summary>A message that changes the state, one at a time, in the order of arrival.</summary>
    public void OnChange<TParams>(string method, Func<WorkspaceSnapshot, TParams, WorkspaceSnapshot> change) =>
        _connection.On(
            method,
            async (parameters, _) =>
            {
                if (!_initialized)
                    return null;
                await Queue
                    .Change(snapshot =>
                        (change(snapshot, Read<TParams>(PositionTranslator.Incoming(snapshot, parameters))), true)
                    )
                    .ConfigureAwait(false);
                return null;
            }
        );

    /// <summary>A request that is answered from the snapshot of its moment.</summary>
    public void OnRequest<TParams, TResult>(
        string method,
        Func<WorkspaceSnapshot, TParams, CancellationToken, Task<TResult?>> answer
    ) =>
        _connection.On(
            method,
            async (parameters, cancellation) =>
            {
                RequireInitialized();
                return await Queue.Read(AnswerAsync, cancellation).ConfigureAwait(false);

                async Task<object?> AnswerAsync(WorkspaceSnapshot snapshot, CancellationToken token)
                {
                    var wish = Read<TParams>(PositionTranslator.Incoming(snapshot, parameters));
                    var result = await answer(snapshot, wish, token).ConfigureAwait(false);
                    return result is null ? null : PositionTranslator.Outgoing(snapshot, Write(result), parameters);
                }
            }
        );

    /// <summary>`initialize`, `initialized`, `shutdown` and `exit`.</summary>
    /// <param name="initialize">Builds the first snapshot and the announced capabilities.</param>
    /// <param name="ready">Runs once the client said `initialized`.</param>
    public void OnLifecycle(
        Func<InitializeParams, (WorkspaceSnapshot First, InitializeResult Result)> initialize,
        Func<Task> ready
    )
    {
        _connection.On(
            "initialize",
            async (parameters, _) =>
            {
                if (_initialized)
                    throw new LspErrorException(
                        LspErrorException.InvalidRequest,
                        "The session is initialized already."
                    );
                var wish = Read<InitializeParams>(parameters);
                var (first, result) = initialize(wish);
                ClientProcess.ExitWith(wish.ProcessId, () => _exit.TrySetResult(1));
                _initialized = true;
                return await Queue.Change(_ => (first, result)).ConfigureAwait(false);
            }
        );
        _connection.On(
            "initialized",
            async (_, _) =>
            {
                await ready().ConfigureAwait(false);
                return null;
            }
        );
        _connection.On(
            "shutdown",
            (_, _) =>
            {
                RequireInitialized();
                _shutDown = true;
                return Task.FromResult<object?>(null);
            }
        );
        _connection.On(
            "exit",
            (_, _) =>
            {
                _exit.TrySetResult(_shutDown ? 0 : 1);
                return Task.FromResult<object?>(null);
            }
        );
    }

    public void Dispose() => _connection.Dispose();

    void RequireInitialized()
    {
        if (!_initialized)
            throw new LspErrorException(LspErrorException.ServerNotInitialized, "Send `initialize` first.");
        if (_shutDown)
            throw new LspErrorException(LspErrorException.InvalidRequest, "The server is shutting down.");
    }

    /// <summary>By the declared type: which list or dictionary a handler chose is not in the contracts.</summary>
    static JsonElement Write<T>(T result) =>
        JsonSerializer.SerializeToElement(result, (JsonTypeInfo<T>)ProtocolContext.Default.GetTypeInfo(typeof(T))!);

    static T Read<T>(JsonElement parameters)
    {
        try
        {
            return (
                    parameters.ValueKind == JsonValueKind.Undefined
                        ? default
                        : parameters.Deserialize((JsonTypeInfo<T>)ProtocolContext.Default.GetTypeInfo(typeof(T))!)
                ) ?? throw new LspErrorException(LspErrorException.InvalidParams, "The request needs parameters.");
        }
        catch (JsonException problem)
        {
            throw new LspErrorException(LspErrorException.InvalidParams, problem.Message);
        }
    }
}
