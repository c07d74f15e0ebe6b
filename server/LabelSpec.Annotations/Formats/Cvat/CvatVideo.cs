using System.Globalization;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>What the task says of its frames: how many there are, and which of the source's.</summary>
sealed class CvatVideo
{
    int size;
    int start;
    int stop = -1;
    int step = 1;

    public bool IsKnown => stop >= 0 || size > 0;

    /// <summary>The number of the last frame; the largest number where nobody says.</summary>
    public int Last =>
        !IsKnown ? int.MaxValue : (int)Math.Max(stop, Math.Min(int.MaxValue, start + Math.Max(0L, size - 1) * step));

    public static bool IsNumber(ReadOnlySpan<byte> name) =>
        name.SequenceEqual("size"u8)
        || name.SequenceEqual("start_frame"u8)
        || name.SequenceEqual("stop_frame"u8)
        || name.SequenceEqual("frame_filter"u8);

    public void Set(ReadOnlySpan<byte> name, string text)
    {
        // Of a frame filter, "step=5" alone.
        if (name.SequenceEqual("frame_filter"u8) && text.StartsWith("step=", StringComparison.Ordinal))
            text = text["step=".Length..];
        if (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return;
        if (name.SequenceEqual("size"u8))
            size = number;
        else if (name.SequenceEqual("start_frame"u8))
            start = number;
        else if (name.SequenceEqual("stop_frame"u8))
            stop = number;
        else
            step = Math.Max(1, number);
    }
}
