using System.Collections.Concurrent;

namespace LabelSpec.LanguageServer.Workspace;

/// <summary>
/// What outlives snapshots: results that are kept because their inputs did not change. Each cache is safe for threads
/// and decides by its keys what is still true, so that no snapshot ever sees another one's answer.
/// </summary>
public sealed class ServerCaches
{
    readonly ConcurrentDictionary<Type, object> _caches = new();

    public TCache Get<TCache>()
        where TCache : class, new() => (TCache)_caches.GetOrAdd(typeof(TCache), static _ => new TCache());
}
