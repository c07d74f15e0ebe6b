using LabelSpec.Annotations.Formats.Json;

namespace LabelSpec.Annotations.Formats;

/// <summary>What a detector may look at.</summary>
/// <param name="path">As given; its extension and folder are hints, never proof.</param>
/// <param name="head">The first bytes, without a byte order mark, at most <see cref="HeadSize"/>.</param>
/// <param name="length">Of the whole file.</param>
/// <param name="isDeclared">The user says that files like this are of the format that is asked.</param>
public readonly ref struct FormatProbe(string path, ReadOnlySpan<byte> head, long length, bool isDeclared = false)
{
    public const int HeadSize = 64 << 10;

    public string Path { get; } = path;

    readonly JsonHead json = new();

    public ReadOnlySpan<byte> Head { get; } = head;

    /// <summary>The head as JSON, as far as it goes; missing where it is none. It is read once for all formats.</summary>
    public JsonNode Json => json.Of(Head);

    public long Length { get; } = length;

    public bool IsDeclared { get; } = isDeclared;

    /// <summary>Lower case, with the dot; <c>.json</c> also for <c>a.JSON.gz</c>.</summary>
    public string Extension
    {
        get
        {
            var name = Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? Path[..^3] : Path;
            return System.IO.Path.GetExtension(name).ToLowerInvariant();
        }
    }

    /// <summary>True when <see cref="Head"/> is the whole file.</summary>
    public bool IsComplete => Head.Length >= Length;
}
