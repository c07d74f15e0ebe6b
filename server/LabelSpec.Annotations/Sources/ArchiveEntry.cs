namespace LabelSpec.Annotations.Sources;

/// <summary>A file in a zip archive.</summary>
/// <param name="archive">Where it is.</param>
/// <param name="name">Its name there.</param>
sealed class ArchiveEntry(ZipSource archive, string name)
{
    public string ArchivePath => archive.Path;

    /// <inheritdoc cref="ZipSource.IsInMemory"/>
    public bool IsInMemory => archive.IsInMemory;

    /// <summary>Its bytes, or only the first of them.</summary>
    /// <exception cref="IOException">The archive cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">The archive may not be read.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged, or the file unpacks to more than it says.</exception>
    public byte[] Read(int atMost, out long length) => archive.Read(name, atMost, out length);
}
