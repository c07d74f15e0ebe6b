namespace LabelSpec.LanguageServer.Transport;

/// <summary>What the server may ask of, or tell, the client.</summary>
public interface IClientConnection
{
    Task NotifyAsync<T>(string method, T parameters)
        where T : notnull;

    /// <returns>The client's answer; the default of <typeparamref name="TResult"/> when it answered with an error.</returns>
    Task<TResult?> RequestAsync<T, TResult>(string method, T parameters, CancellationToken cancellation)
        where T : notnull;

    /// <summary>A request without parameters whose answer says nothing.</summary>
    Task RequestAsync(string method, CancellationToken cancellation);
}
