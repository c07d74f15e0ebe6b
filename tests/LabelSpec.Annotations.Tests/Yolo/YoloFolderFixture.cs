using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using SkiaSharp;

namespace LabelSpec.Annotations.Tests.Yolo;

/// <summary>A data set on disk that a test writes file by file.</summary>
sealed class YoloFolderFixture : IDisposable
{
    readonly DirectoryInfo root = Directory.CreateTempSubdirectory("labelspec");

    public string Root => root.FullName;

    public YoloFolderFixture Write(string path, string text)
    {
        File.WriteAllText(Prepare(path), text);
        return this;
    }

    public YoloFolderFixture Picture(string path, int width, int height)
    {
        using var bitmap = new SKBitmap(width, height);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(Prepare(path), data.ToArray());
        return this;
    }

    public Dataset Read(string path = "", ReadOptions? options = null) =>
        DatasetReader.Read([Path.Combine(Root, path)], options);

    public void Dispose() => root.Delete(recursive: true);

    string Prepare(string path)
    {
        var full = Path.Combine(Root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        return full;
    }
}
