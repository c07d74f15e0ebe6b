namespace LabelSpec.Geometry;

/// <summary>Indexes of two boxes that lie near each other.</summary>
public readonly record struct BoxPair(int First, int Second) : IComparable<BoxPair>
{
    public int CompareTo(BoxPair other) =>
        First != other.First ? First.CompareTo(other.First) : Second.CompareTo(other.Second);

    public static bool operator <(BoxPair left, BoxPair right) => left.CompareTo(right) < 0;

    public static bool operator >(BoxPair left, BoxPair right) => left.CompareTo(right) > 0;

    public static bool operator <=(BoxPair left, BoxPair right) => left.CompareTo(right) <= 0;

    public static bool operator >=(BoxPair left, BoxPair right) => left.CompareTo(right) >= 0;
}
