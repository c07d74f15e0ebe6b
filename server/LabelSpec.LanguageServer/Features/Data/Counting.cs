namespace LabelSpec.LanguageServer.Features.Data;

/// <summary>Counts by key.</summary>
static class Counting
{
    public static void Add<TKey>(Dictionary<TKey, long> counts, TKey key, long count)
        where TKey : notnull => counts[key] = counts.GetValueOrDefault(key) + count;
}
