using System.Buffers.Binary;
using System.Text;

namespace LabelSpec.Annotations.Building;

/// <summary>Makes strings of UTF-8 bytes, each different one once: attribute names and values repeat a million times.</summary>
public sealed class TextPool
{
    /// <summary>Long texts hardly repeat, and would only fill the pool.</summary>
    const int LongestPooled = 64;

    const int MostPooled = 1 << 16;

    Entry[] slots = new Entry[64];
    int count;

    public string Get(ReadOnlySpan<byte> utf8)
    {
        if (utf8.IsEmpty)
            return "";
        if (utf8.Length > LongestPooled)
            return Encoding.UTF8.GetString(utf8);
        var hash = HashOf(utf8);
        for (var slot = (int)(hash & (uint)(slots.Length - 1)); ; slot = (slot + 1) & (slots.Length - 1))
        {
            ref readonly var entry = ref slots[slot];
            if (entry.Text is null)
                return Add(slot, hash, utf8);
            if (entry.Hash == hash && utf8.SequenceEqual(entry.Bytes))
                return entry.Text;
        }
    }

    string Add(int slot, uint hash, ReadOnlySpan<byte> utf8)
    {
        var text = Encoding.UTF8.GetString(utf8);
        if (count >= MostPooled)
            return text;
        slots[slot] = new Entry(hash, utf8.ToArray(), text);
        if (++count * 2 > slots.Length)
            Grow();
        return text;
    }

    void Grow()
    {
        var old = slots;
        slots = new Entry[2 * old.Length];
        foreach (var entry in old)
        {
            if (entry.Text is null)
                continue;
            var slot = (int)(entry.Hash & (uint)(slots.Length - 1));
            while (slots[slot].Text is not null)
                slot = (slot + 1) & (slots.Length - 1);
            slots[slot] = entry;
        }
    }

    // Short keys, no adversary beyond slow reading of his own file, bounded by MostPooled.
    static uint HashOf(ReadOnlySpan<byte> utf8)
    {
        var hash = (ulong)utf8.Length;
        for (; utf8.Length >= sizeof(ulong); utf8 = utf8[sizeof(ulong)..])
            hash = Mix(hash ^ BinaryPrimitives.ReadUInt64LittleEndian(utf8));
        var rest = 0UL;
        foreach (var b in utf8)
            rest = rest << 8 | b;
        return (uint)Mix(hash ^ rest);
    }

    static ulong Mix(ulong hash)
    {
        hash *= 0x9E37_79B9_7F4A_7C15;
        return hash ^ (hash >> 32);
    }

    readonly record struct Entry(uint Hash, byte[] Bytes, string? Text);
}
