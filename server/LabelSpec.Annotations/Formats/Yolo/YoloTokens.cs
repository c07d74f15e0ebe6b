namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>Walks over the columns of a row, which white space separates.</summary>
ref struct YoloTokens(ReadOnlySpan<byte> row)
{
    readonly ReadOnlySpan<byte> row = row;
    int next;

    /// <summary>Offset of the column in the row.</summary>
    public int Start { get; private set; }

    public int Length { get; private set; }

    public readonly ReadOnlySpan<byte> Text => row.Slice(Start, Length);

    public bool Next()
    {
        while (next < row.Length && IsSpace(row[next]))
            next++;
        Start = next;
        while (next < row.Length && !IsSpace(row[next]))
            next++;
        Length = next - Start;
        return Length > 0;
    }

    public static int Count(ReadOnlySpan<byte> row)
    {
        var tokens = new YoloTokens(row);
        var count = 0;
        while (tokens.Next())
            count++;
        return count;
    }

    static bool IsSpace(byte b) => b is (byte)' ' or (byte)'\t' or (byte)'\r';
}
