namespace LabelSpec.Annotations.Model;

/// <summary>How a <see cref="RingPool"/> holds the numbers of a ring.</summary>
enum RingPacking : byte
{
    /// <summary>The smallest x and y as integers, then for each number its distance from there in 16 bits.</summary>
    Offsets,

    /// <summary>32-bit integers.</summary>
    Integers,

    /// <summary>Doubles.</summary>
    Doubles,
}
