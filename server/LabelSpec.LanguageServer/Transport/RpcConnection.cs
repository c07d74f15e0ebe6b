using System.Diagnostics.CodeAnalysis;
using System.IO.Pipelines;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using StreamJsonRpc;
using StreamJsonRpc.Protocol;

namespace LabelSpec.LanguageServer.Transport;

/// <summary>
/// The one place that knows the JSON-RPC library. Everything else registers handlers that take the raw parameters and
/// return a serialisable result, and sends through <see cref="IClientConnection"/>.
/// </summary>
public sealed class RpcConnection : IClientConnection, IDisposable
{
    readonly JsonRpc _rpc;
    readonly MessageFilter _filter;
    readonly HeaderDelimitedMessageHandler _handler;
    readonly SystemTextJsonFormatter _formatter;
    readonly CancellationTokenSource _closed = new();

    /// <param name="input">What the client sends.</param>
    /// <param name="output">What the client reads.</param>
    /// <param name="types">The source-generated contracts of everything that crosses the wire.</param>
    [UnconditionalSuppressMessage("Trimming", "IL2026", Justification = "Every type on the wire is in the resolver.")]
    [UnconditionalSuppressMessage("AOT", "IL3050", Justification = "Every type on the wire is in the resolver.")]
    public RpcConnection(Stream input, Stream output, IJsonTypeInfoResolver types)
    {
        _formatter = new SystemTextJsonFormatter
        {
            JsonSerializerOptions = new JsonSerializerOptions(JsonSerializerDefaults.Web)
            {
                TypeInfoResolver = types,
                DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull,
            },
        };
        // Unbounded: a 20 MB document is one message, and back-pressure on it would only be a deadlock.
        var accepted = new Pipe(new PipeOptions(pauseWriterThreshold: 0));
        _handler = new HeaderDelimitedMessageHandler(PipeWriter.Create(output), accepted.Reader, _formatter);
        _filter = new MessageFilter(input, accepted.Writer, RefuseAsync);
        _rpc = new JsonRpc(_handler)
        {
            ExceptionStrategy = ExceptionProcessing.CommonErrorData,
            CancelLocallyInvokedMethodsWhenConnectionIsClosed = true,
        };
        _rpc.TraceSource.Switch.Level = System.Diagnostics.SourceLevels.Off;
    }

    /// <summary>Ends when the client closed the connection.</summary>
    public Task Closed => _rpc.Completion;

    /// <summary>Registers a request or notification. The handler's synchronous part runs in the order of arrival.</summary>
    public void On(string method, Func<JsonElement, CancellationToken, Task<object?>> handler)
    {
        var endpoint = new Endpoint(handler);
        _rpc.AddLocalRpcMethod(
            Endpoint.WithParameters,
            endpoint,
            new JsonRpcMethodAttribute(method) { UseSingleObjectParameterDeserialization = true }
        );
        _rpc.AddLocalRpcMethod(Endpoint.WithoutParameters, endpoint, new JsonRpcMethodAttribute(method));
    }

    public void Start()
    {
        _rpc.StartListening();
        _ = _filter.RunAsync(_closed.Token);
    }

    public Task NotifyAsync<T>(string method, T parameters)
        where T : notnull => _rpc.NotifyWithParameterObjectAsync(method, Named(parameters), null);

    public async Task<TResult?> RequestAsync<T, TResult>(string method, T parameters, CancellationToken cancellation)
        where T : notnull
    {
        try
        {
            return await _rpc.InvokeWithParameterObjectAsync<TResult?>(method, Named(parameters), null, cancellation)
                .ConfigureAwait(false);
        }
        catch (RemoteRpcException)
        {
            // A client that cannot do what it was asked (an unknown method, a refused edit) is not our failure.
            return default;
        }
    }

    public async Task RequestAsync(string method, CancellationToken cancellation)
    {
        try
        {
            await _rpc.InvokeWithCancellationAsync(method, [], cancellation).ConfigureAwait(false);
        }
        catch (RemoteRpcException)
        {
            // See above.
        }
    }

    public void Dispose()
    {
        _closed.Cancel();
        _rpc.Dispose();
        _closed.Dispose();
    }

    /// <summary>Parameters as a dictionary of elements: the library's own reflection over objects does not survive AOT.</summary>
    Dictionary<string, object?> Named<T>(T parameters)
    {
        var type = (JsonTypeInfo<T>)_formatter.JsonSerializerOptions.GetTypeInfo(typeof(T));
        var named = new Dictionary<string, object?>();
        foreach (var property in JsonSerializer.SerializeToElement(parameters, type).EnumerateObject())
            named[property.Name] = property.Value;
        return named;
    }

    async Task RefuseAsync(int code, string reason)
    {
        var error = ((IJsonRpcMessageFactory)_formatter).CreateErrorMessage();
        error.RequestId = RequestId.Null;
        error.Error = new JsonRpcError.ErrorDetail { Code = (JsonRpcErrorCode)code, Message = reason };
        await _handler.WriteAsync(error, _closed.Token).ConfigureAwait(false);
    }

    sealed class Endpoint(Func<JsonElement, CancellationToken, Task<object?>> handler)
    {
        public static readonly MethodInfo WithParameters = (
            (Delegate)new Func<JsonElement, CancellationToken, Task<object?>>(new Endpoint(null!).InvokeAsync)
        ).Method;

        public static readonly MethodInfo WithoutParameters = (
            (Delegate)new Func<CancellationToken, Task<object?>>(new Endpoint(null!).InvokeAsync)
        ).Method;

        public Task<object?> InvokeAsync(JsonElement parameters, CancellationToken cancellation) =>
            AnswerAsync(parameters, cancellation);

        public Task<object?> InvokeAsync(CancellationToken cancellation) => AnswerAsync(default, cancellation);

        /// <summary>Everything that goes wrong leaves as a code of the protocol and one sentence: no type names, no stack.</summary>
        async Task<object?> AnswerAsync(JsonElement parameters, CancellationToken cancellation)
        {
            try
            {
                return await handler(parameters, cancellation).ConfigureAwait(false);
            }
            catch (LspErrorException problem)
            {
                throw new LocalRpcException(problem.Message) { ErrorCode = problem.Code };
            }
            catch (OperationCanceledException)
            {
                throw new LocalRpcException("The request was cancelled.")
                {
                    ErrorCode = LspErrorException.RequestCancelled,
                };
            }
            catch (Exception defect)
            {
                throw new LocalRpcException($"The server failed on this request: {defect.Message}")
                {
                    ErrorCode = LspErrorException.InternalError,
                };
            }
        }
    }
}
