using LabelSpec.Annotations.Formats;
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
    readonly bool isOfClasses;

    public WrittenFolder(Dataset dataset, IFormatWriter writer)
    {
        extension = writer.Extension ?? "";
        isOfClasses = writer.Capacity.OneLabelPerImage;
        var data = new WrittenData(dataset, writer.Capacity);
        writer.Write(data, this);
        foreach (var image in data.Images)
            if (extension.Length == 0 && image is { Width: > 0, Height: > 0 } && !writer.Capacity.OneLabelPerImage)
                WritePicture(image, data.SplitOf(image));
    }

    public string Path => folder.Path;

    // A folder of one class is a folder of pictures like any other, unless somebody says so.
    public Dataset Read() =>
        DatasetReader.Read(
            [folder.Path],
            new() { Format = isOfClasses ? AnnotationFormats.Find("classfolder") : null }
        );

    public void Write(string path, Action<Stream> write)
    {
        var full = System.IO.Path.Combine(folder.Path, path.Length == 0 ? $"annotations{extension}" : path);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(full)!);
        using var stream = File.Create(full);
        write(stream);
    }

    public void Dispose() => folder.Dispose();

    // Trainers of YOLO look for the picture of labels/x.txt in images.
    void WritePicture(WrittenImage image, string? split)
    {
        if (image.PathWith(".bmp") is { } path)
            Write(
                $"images/{(split is null ? "" : split + "/")}{path}",
                stream => stream.Write(Picture(image.Width, image.Height))
            );
    }

    /// <summary>The header of a picture, for formats that ask the picture for its size: a BMP without pixels.</summary>
    public static byte[] Picture(int width, int height)
    {
        var bytes = new byte[54];
        "BM"u8.CopyTo(bytes);
        BitConverter.TryWriteBytes(bytes.AsSpan(2), bytes.Length);
        BitConverter.TryWriteBytes(bytes.AsSpan(10), 54);
        BitConverter.TryWriteBytes(bytes.AsSpan(14), 40);
        BitConverter.TryWriteBytes(bytes.AsSpan(18), width);
        BitConverter.TryWriteBytes(bytes.AsSpan(22), height);
        bytes[26] = 1;
        bytes[28] = 24;
        return bytes;
    }
}
