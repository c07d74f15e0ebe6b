using System.Globalization;
using System.Text;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>One list of images.</summary>
sealed class VocImageSet
{
    /// <param name="path">The list.</param>
    /// <param name="category">The class that the list is about; null for a plain list.</param>
    /// <param name="split">What the images are for.</param>
    /// <param name="bytes">The text of the list.</param>
    public VocImageSet(string path, string? category, string split, byte[] bytes)
    {
        (Path, Class, Split) = (path, category, split);
        var entries = new List<VocImageSetEntry>();
        for (var at = 0; at < bytes.Length; )
        {
            var length = bytes.AsSpan(at).IndexOf((byte)'\n');
            length = length < 0 ? bytes.Length - at : length;
            var line = Encoding.UTF8.GetString(bytes, at, length).Trim();
            if (line.Length > 0)
                entries.Add(EntryOf(line, at, length));
            at += length + 1;
        }

        Entries = entries;
    }

    // A name may hold blanks; what follows it is a number.
    static VocImageSetEntry EntryOf(string line, int at, int length)
    {
        var blank = line.LastIndexOfAny([' ', '\t']);
        return blank > 0 && int.TryParse(line[(blank + 1)..], CultureInfo.InvariantCulture, out _)
            ? new(line[..blank].TrimEnd(), line[(blank + 1)..], at, length)
            : new(line, null, at, length);
    }

    public string Path { get; }

    public string? Class { get; }

    public string Split { get; }

    public IReadOnlyList<VocImageSetEntry> Entries { get; }
}
