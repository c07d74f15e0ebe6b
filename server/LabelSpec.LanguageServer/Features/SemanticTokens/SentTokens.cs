using System.Collections.Concurrent;
using System.Globalization;

namespace LabelSpec.LanguageServer.Features.SemanticTokens;

/// <summary>What each document's client has last, so that only differences need to be sent.</summary>
sealed class SentTokens
{
    readonly ConcurrentDictionary<string, (string Id, int[] Data)> _sent = new(StringComparer.Ordinal);
    long _next;

    public string Remember(string uri, int[] data)
    {
        var id = Interlocked.Increment(ref _next).ToString(CultureInfo.InvariantCulture);
        _sent[uri] = (id, data);
        return id;
    }

    public int[]? Find(string uri, string id) =>
        _sent.TryGetValue(uri, out var sent) && sent.Id == id ? sent.Data : null;
}
