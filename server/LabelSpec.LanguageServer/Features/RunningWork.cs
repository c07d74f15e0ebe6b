using System.Collections.Concurrent;
using System.Text.Json;

namespace LabelSpec.LanguageServer.Features;

/// <summary>Work that the client was told of, by the token of its progress, so that people can cancel it.</summary>
public sealed class RunningWork
{
    readonly ConcurrentDictionary<string, WorkDone> _works = new(StringComparer.Ordinal);

    internal void Add(string token, WorkDone work) => _works[token] = work;

    internal void Remove(string token) => _works.TryRemove(token, out _);

    /// <summary>Cancels work; what is done already, or never was, is passed over.</summary>
    internal void Cancel(JsonElement token)
    {
        if (token.ValueKind == JsonValueKind.String && _works.TryRemove(token.GetString()!, out var work))
            work.Cancel();
    }
}
