using System.Collections.Immutable;

namespace LabelSpec.Annotations.Writing;

/// <summary>An image to write.</summary>
/// <param name="Name">With folders and slashes.</param>
/// <param name="Width">Pixels; 0 where no file declares it.</param>
/// <param name="Height">Pixels; 0 where no file declares it.</param>
/// <param name="Row">The first of its rows in the data set.</param>
/// <param name="Annotations">Those that can be written, in file order.</param>
public sealed record WrittenImage(string Name, int Width, int Height, int Row, ImmutableArray<int> Annotations)
{
    /// <summary>
    /// The name as a relative path with another ending; null for a name that leaves the folder, which nobody is to write
    /// to.
    /// </summary>
    public string? PathWith(string extension)
    {
        // Of an address only the last part is the name of a file.
        var name = Name.Contains("://", StringComparison.Ordinal)
            ? Name.Split('?', '#')[0].TrimEnd('/').Split('/')[^1]
            : Name;
        var parts = name.Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || parts.Contains("..") || parts[0].Contains(':') || Name.Contains('\0'))
            return null;
        parts[^1] = Path.GetFileNameWithoutExtension(parts[^1]) is { Length: > 0 } stem ? stem : parts[^1];
        return string.Join('/', parts.Where(part => part != ".")) + extension;
    }
}
