namespace LabelSpec.Quality.Agreement.Coefficients;

/// <summary>
/// How often two values stand together in a unit: what Krippendorff's α is made of. Counts are kept apart by the number
/// of answers of a unit, so that they are whole numbers and parts of a data set add up exactly.
/// </summary>
public sealed class Coincidences
{
    // By answers of the unit and the two values, the smaller first: ordered pairs of different raters.
    readonly SortedDictionary<(int Answers, int First, int Second), long> pairs = [];

    /// <summary>Units with two or more answers.</summary>
    public int Units { get; private set; }

    internal IReadOnlyDictionary<(int Answers, int First, int Second), long> Pairs => pairs;

    /// <summary>Adds a unit; codes below 0 are missing answers. A unit with fewer than two answers says nothing.</summary>
    public void Add(ReadOnlySpan<int> codes)
    {
        var answers = 0;
        foreach (var code in codes)
            answers += code >= 0 ? 1 : 0;
        if (answers < 2)
            return;
        Units++;
        for (var i = 0; i < codes.Length; i++)
        for (var j = i + 1; j < codes.Length; j++)
            if (codes[i] >= 0 && codes[j] >= 0)
                Add((answers, Math.Min(codes[i], codes[j]), Math.Max(codes[i], codes[j])), 2);
    }

    /// <summary>Adds the units of another part, <paramref name="times"/> times.</summary>
    public void Add(Coincidences other, int times = 1)
    {
        Units += other.Units * times;
        foreach (var (key, count) in other.pairs)
            Add(key, count * times);
    }

    public static Coincidences Of(RatingTable table)
    {
        var coincidences = new Coincidences();
        for (var item = 0; item < table.Items; item++)
            coincidences.Add(table.ItemAt(item));
        return coincidences;
    }

    void Add((int, int, int) key, long count) => pairs[key] = pairs.GetValueOrDefault(key) + count;
}
