using System.Collections;
using System.Collections.Immutable;

namespace LabelSpec.Semantics.Symbols.Classes;

/// <summary>Concrete classes, in the order of the guideline; membership costs one bit test.</summary>
public sealed class ClassSet : IReadOnlyCollection<ClassSymbol>, IEquatable<ClassSet>
{
    public static readonly ClassSet Empty = new([], "nothing");

    private readonly ulong[] bits;

    internal ClassSet(ImmutableArray<ClassSymbol> sortedByIndex, string text)
    {
        Classes = sortedByIndex;
        Text = text;
        bits = new ulong[sortedByIndex.IsEmpty ? 0 : (sortedByIndex[^1].Index >> 6) + 1];
        foreach (var symbol in sortedByIndex)
        {
            bits[symbol.Index >> 6] |= 1UL << symbol.Index;
        }
    }

    /// <summary>The set of some classes.</summary>
    /// <param name="text">What stands for it in messages.</param>
    public static ClassSet Of(IEnumerable<ClassSymbol> classes, string text) =>
        new([.. classes.OrderBy(symbol => symbol.Index)], text);

    public ImmutableArray<ClassSymbol> Classes { get; }

    /// <summary>The set as the guideline writes it.</summary>
    public string Text { get; }

    public int Count => Classes.Length;

    public bool IsEmpty => Classes.IsEmpty;

    public bool Contains(ClassSymbol symbol) => Contains(symbol.Index);

    /// <param name="index"><see cref="ClassSymbol.Index"/>.</param>
    public bool Contains(int index) => index >> 6 < bits.Length && (bits[index >> 6] >> index & 1) != 0;

    public bool Overlaps(ClassSet other)
    {
        for (var i = Math.Min(bits.Length, other.bits.Length) - 1; i >= 0; i--)
        {
            if ((bits[i] & other.bits[i]) != 0)
            {
                return true;
            }
        }
        return false;
    }

    public bool IsSubsetOf(ClassSet other)
    {
        for (var i = 0; i < bits.Length; i++)
        {
            if ((bits[i] & ~(i < other.bits.Length ? other.bits[i] : 0)) != 0)
            {
                return false;
            }
        }
        return true;
    }

    public bool Equals(ClassSet? other) => other is not null && Count == other.Count && IsSubsetOf(other);

    public override bool Equals(object? obj) => Equals(obj as ClassSet);

    public override int GetHashCode()
    {
        var hash = new HashCode();
        foreach (var word in bits)
        {
            hash.Add(word);
        }
        return hash.ToHashCode();
    }

    public override string ToString() => Text;

    public ImmutableArray<ClassSymbol>.Enumerator GetEnumerator() => Classes.GetEnumerator();

    IEnumerator<ClassSymbol> IEnumerable<ClassSymbol>.GetEnumerator() =>
        ((IEnumerable<ClassSymbol>)Classes).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable)Classes).GetEnumerator();
}
