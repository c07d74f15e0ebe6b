namespace LabelSpec.Geometry;

public sealed partial class RleMask
{
    /// <summary>A mask from COCO's compressed <c>counts</c> string, as ASCII bytes.</summary>
    public static RleResult FromText(ReadOnlySpan<byte> counts, int height, int width)
    {
        if (!Fits(height, width))
            return RleResult.Failed(RleProblemKind.BadDimensions);
        var decoded = new uint[counts.Length];
        var problem = RleText.Decode(counts, decoded, out var length);
        return problem.Kind == RleProblemKind.None
            ? FromRuns(decoded.AsSpan(0, length), height, width)
            : new(null, problem);
    }

    /// <summary>A mask from COCO's compressed <c>counts</c> string.</summary>
    public static RleResult FromText(string counts, int height, int width)
    {
        var bytes = new byte[counts.Length];
        for (var i = 0; i < counts.Length; i++)
            bytes[i] = counts[i] < 128 ? (byte)counts[i] : (byte)127;
        return FromText(bytes, height, width);
    }

    /// <summary>The compressed <c>counts</c> string, byte for byte as pycocotools writes it.</summary>
    public string ToText() => RleText.Encode(runs);

    /// <summary>
    /// A mask from run lengths as JSON holds them: any integers. A run below zero or above 32 bits is
    /// <see cref="RleProblemKind.RunOutOfRange"/> at its index.
    /// </summary>
    public static RleResult FromIntegers(ReadOnlySpan<long> counts, int height, int width)
    {
        var converted = new uint[counts.Length];
        for (var i = 0; i < counts.Length; i++)
        {
            if (counts[i] is < 0 or > uint.MaxValue)
                return RleResult.Failed(RleProblemKind.RunOutOfRange, i);
            converted[i] = (uint)counts[i];
        }

        return FromRuns(converted, height, width);
    }
}
