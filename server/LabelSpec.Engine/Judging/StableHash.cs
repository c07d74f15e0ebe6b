namespace LabelSpec.Engine.Judging;

/// <summary>
/// 64-bit FNV-1a with a final mix: the same on every machine and in every version, unlike <see cref="HashCode"/>. It
/// tells things apart; it does not protect against anybody.
/// </summary>
struct StableHash()
{
    ulong state = 14695981039346656037;

    public readonly ulong Value
    {
        get
        {
            var mixed = state;
            mixed ^= mixed >> 33;
            mixed *= 0xff51afd7ed558ccd;
            mixed ^= mixed >> 33;
            return mixed;
        }
    }

    /// <summary>Adds a text with its end, so that "ab", "c" and "a", "bc" differ.</summary>
    public void Add(string text)
    {
        foreach (var unit in text)
            AddUnit(unit);
        AddUnit(0xFFFF);
    }

    public void Add(long number)
    {
        for (var shift = 0; shift < 64; shift += 16)
            AddUnit((ulong)(number >> shift) & 0xFFFF);
    }

    void AddUnit(ulong unit) => state = (state ^ unit) * 1099511628211;
}
