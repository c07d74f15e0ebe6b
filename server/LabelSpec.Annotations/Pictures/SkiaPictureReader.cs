using SkiaSharp;

namespace LabelSpec.Annotations.Pictures;

/// <summary>
/// Picture headers through Skia's codecs (PNG, JPEG, WebP, BMP, GIF), and TIFF, which Skia does not know, by
/// <see cref="TiffHeader"/>. No pixel is decoded.
/// </summary>
public sealed class SkiaPictureReader : IPictureReader
{
    public static SkiaPictureReader Instance { get; } = new();

    public PictureHeader Read(string path)
    {
        try
        {
            // Opening a pipe waits for somebody who writes.
            if (new FileInfo(path) is { Exists: true, Length: 0 })
                return PictureHeader.Failed(PictureStatus.Unreadable, "the file is empty");
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 4096);
            if (!file.CanSeek)
                return PictureHeader.Failed(PictureStatus.Unreadable, "it is a pipe or a device");
            return TiffHeader.TryRead(file, out var tiff) ? tiff : ReadByCodec(file);
        }
        catch (Exception e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            return PictureHeader.Failed(PictureStatus.Missing, "there is no such file");
        }
        catch (UnauthorizedAccessException)
        {
            var problem = Directory.Exists(path) ? "it is a folder" : "it may not be read";
            return PictureHeader.Failed(PictureStatus.Denied, problem);
        }
        catch (IOException e)
        {
            return PictureHeader.Failed(PictureStatus.Unreadable, e.Message);
        }
    }

    static PictureHeader ReadByCodec(FileStream file)
    {
        if (file.Length == 0)
            return PictureHeader.Failed(PictureStatus.Unreadable, "the file is empty");
        file.Position = 0;
        using var stream = new SKManagedStream(file);
        using var codec = SKCodec.Create(stream, out var result);
        return codec is null
            ? PictureHeader.Failed(PictureStatus.Unreadable, Explain(result))
            : PictureHeader.Of(codec.Info.Width, codec.Info.Height, (int)codec.EncodedOrigin);
    }

    static string Explain(SKCodecResult result) =>
        result is SKCodecResult.IncompleteInput or SKCodecResult.CouldNotRewind
            ? "the file ends inside its header"
            : "it is no PNG, JPEG, WebP, BMP, GIF or TIFF picture, or its header is damaged";
}
