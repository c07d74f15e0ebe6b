using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Writing;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Writing;

/// <summary>Data that was written into a scratch folder, and can be read from there.</summary>
sealed class WrittenFolder : IOutputFiles, IDisposable
{
    readonly ScratchFolder folder = new();
    readonly string extension;

    public WrittenFolder(Dataset dataset, IFormatWriter writer)
    {
        extension = writer.Extension ?? "";
        writer.Write(new WrittenData(dataset, writer.Capacity), this);
        foreach (var image in new WrittenData(dataset, writer.Capacity).Images)
            WritePicture(image);
    }

    public Dataset Read() => DatasetReader.Read([folder.Path]);

    public void Write(string path, Action<Stream> write)
    {
        var full = Path.Combine(folder.Path, path.Length == 0 ? $"annotations{extension}" : path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        using var stream = File.Create(full);
        write(stream);
    }

    public void Dispose() => folder.Dispose();

    // The header of a picture, for formats that ask the picture for its size: a BMP of the image's size without pixels.
    void WritePicture(WrittenImage image)
    {
        if (extension.Length > 0 || image.Width <= 0 || image.PathWith(".bmp") is not { } path)
            return;
        var bytes = new byte[54];
        "BM"u8.CopyTo(bytes);
        BitConverter.TryWriteBytes(bytes.AsSpan(2), bytes.Length);
        BitConverter.TryWriteBytes(bytes.AsSpan(10), 54);
        BitConverter.TryWriteBytes(bytes.AsSpan(14), 40);
        BitConverter.TryWriteBytes(bytes.AsSpan(18), image.Width);
        BitConverter.TryWriteBytes(bytes.AsSpan(22), image.Height);
        bytes[26] = 1;
        bytes[28] = 24;
        Write($"images/{path}", stream => stream.Write(bytes));
    }
}
