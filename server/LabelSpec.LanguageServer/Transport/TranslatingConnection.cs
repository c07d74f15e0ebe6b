using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.LanguageServer.Workspace;
using LabelSpec.LanguageServer.Workspace.Encodings;

namespace LabelSpec.LanguageServer.Transport;

/// <summary>Tells and asks the client with positions as it counts them.</summary>
/// <param name="inner">The connection.</param>
/// <param name="current">The state in whose texts is counted.</param>
sealed class TranslatingConnection(IClientConnection inner, Func<WorkspaceSnapshot> current) : IClientConnection
{
    public Task NotifyAsync<T>(string method, T parameters)
        where T : notnull =>
        IsNative ? inner.NotifyAsync(method, parameters) : inner.NotifyAsync(method, Translated(parameters));

    public Task<TResult?> RequestAsync<T, TResult>(string method, T parameters, CancellationToken cancellation)
        where T : notnull =>
        IsNative
            ? inner.RequestAsync<T, TResult>(method, parameters, cancellation)
            : inner.RequestAsync<JsonElement, TResult>(method, Translated(parameters), cancellation);

    public Task RequestAsync(string method, CancellationToken cancellation) => inner.RequestAsync(method, cancellation);

    bool IsNative => current().Client.PositionEncoding.IsNative;

    JsonElement Translated<T>(T parameters) =>
        PositionTranslator.Outgoing(
            current(),
            JsonSerializer.SerializeToElement(
                parameters,
                (JsonTypeInfo<T>)ProtocolContext.Default.GetTypeInfo(typeof(T))!
            )
        );
}
