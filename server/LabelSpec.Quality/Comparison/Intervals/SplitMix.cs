namespace LabelSpec.Quality.Comparison;

/// <summary>SplitMix64 (G. Steele, D. Lea, C. Flood, 2014): the same numbers on every platform and version.</summary>
struct SplitMix(ulong seed)
{
    ulong state = seed;

    /// <summary>A number from 0 to one below the limit.</summary>
    public int Below(int limit)
    {
        // High bits of a product: without the bias of a remainder that anybody could measure (D. Lemire, 2019).
        return (int)(((Next() >> 32) * (ulong)limit) >> 32);
    }

    ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        var z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
