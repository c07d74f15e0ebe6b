using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Pictures.Labels;

/// <summary>A PNG picture in which each pixel says what it belongs to.</summary>
public sealed class LabelPicture
{
    LabelPicture(PngSamples samples)
    {
        (Width, Height, Color) = (samples.Width, samples.Height, samples.Color);
        (Palette, IsTranslucent) = (samples.Palette, samples.IsTranslucent);
        Masks = MasksOf(samples);
    }

    public int Width { get; }

    public int Height { get; }

    public PngColor Color { get; }

    /// <summary>Colours of the values, as R + 256 G + 65536 B; empty without a palette.</summary>
    public IReadOnlyList<uint> Palette { get; }

    /// <summary>Some pixel is not fully opaque; editors change the colours of such pixels at will.</summary>
    public bool IsTranslucent { get; }

    /// <summary>
    /// The pixels of each value: the sample of a grey pixel, the index of a palette, or R + 256 G + 65536 B.
    /// </summary>
    public IReadOnlyDictionary<uint, RleMask> Masks { get; }

    /// <summary>Null, and what is wrong, for bytes that are no such picture.</summary>
    public static LabelPicture? Of(ReadOnlySpan<byte> file, out string problem) =>
        PngReader.Read(file, out problem) is { } samples ? new(samples) : null;

    /// <summary>
    /// The pixels of an id that is written as a colour, R + 256 G + 65536 B; those of a palette have the colours that it gives
    /// them, and a grey pixel the id of its level. Null for an id without pixels.
    /// </summary>
    public RleMask? MaskOfId(uint id)
    {
        if (Color != PngColor.Palette)
            return Masks.GetValueOrDefault(id);
        RleMask? mask = null;
        foreach (var (index, pixels) in Masks)
            if (ColorOf(index) == id)
                mask = mask is null ? pixels : mask.Union(pixels) ?? mask;
        return mask;
    }

    /// <summary>The ids that are written as colours, and how many pixels each has, without 0, which is void.</summary>
    public IEnumerable<(uint Id, long Pixels)> Ids =>
        Masks
            .GroupBy(one => Color == PngColor.Palette ? ColorOf(one.Key) : one.Key, one => one.Value.Area)
            .Where(one => one.Key != 0)
            .Select(one => (one.Key, one.Sum()))
            .Order();

    /// <summary>The colour of a value, as R + 256 G + 65536 B; a value that stands for itself is its own.</summary>
    public uint ColorOf(uint value) =>
        Color != PngColor.Palette ? value
        : value < Palette.Count ? Palette[(int)value]
        : 0;

    static Dictionary<uint, RleMask> MasksOf(PngSamples samples)
    {
        var (width, height, values) = (samples.Width, samples.Height, samples.Values);
        var runs = new Dictionary<uint, RunList>();
        RunList? current = null;
        uint of = 0;
        uint at = 0;
        // Column by column, as run lengths go.
        for (var x = 0; x < width; x++)
        for (var i = (long)x; i < values.Length; i += width, at++)
        {
            if (current is not null && values[i] == of)
                continue;
            current?.End(at);
            of = values[i];
            if (!runs.TryGetValue(of, out current))
                runs.Add(of, current = new());
            current.Begin(at);
        }

        current?.End(at);
        return runs.ToDictionary(one => one.Key, one => RleMask.FromRuns(one.Value.ToRuns(at), height, width).Mask!);
    }

    sealed class RunList
    {
        readonly List<uint> runs = [];
        uint end;

        public void Begin(uint at)
        {
            runs.Add(at - end);
            end = at;
        }

        public void End(uint at)
        {
            runs.Add(at - end);
            end = at;
        }

        public uint[] ToRuns(uint pixels)
        {
            if (end < pixels)
                runs.Add(pixels - end);
            return [.. runs];
        }
    }
}
