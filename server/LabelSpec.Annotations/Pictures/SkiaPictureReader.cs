using LabelSpec.Annotations.Sources;
using SkiaSharp;

namespace LabelSpec.Annotations.Pictures;

/// <summary>
/// Picture headers through Skia's codecs (PNG, JPEG, WebP, BMP, GIF), and TIFF, which Skia does not know, by
/// <see cref="TiffHeader"/>. No pixel is decoded.
/// </summary>
public sealed class SkiaPictureReader : IPictureReader
{
    /// <summary>Bytes in which the size stands in nearly all pictures, behind whatever cameras write before it.</summary>
    const int Head = 256 << 10;

    public static SkiaPictureReader Instance { get; } = new();

    public PictureHeader Read(string path)
    {
        try
        {
            if (PackedFile.IsPacked(path))
                return ReadPacked(path);
            // Opening a pipe waits for somebody who writes.
            if (new FileInfo(path) is { Exists: true, Length: 0 })
                return PictureHeader.Failed(PictureStatus.Unreadable, "the file is empty");
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 4096);
            if (!file.CanSeek)
                return PictureHeader.Failed(PictureStatus.Unreadable, "it is a pipe or a device");
            return ReadHeader(file);
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
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return PictureHeader.Failed(PictureStatus.Unreadable, e.Message);
        }
    }

    // An archive gives bytes in order only, so that the rest of a picture is unpacked where its head does not tell.
    static PictureHeader ReadPacked(string path)
    {
        var head = ReadHeader(new MemoryStream(PackedFile.ReadFirst(path, Head, out var length), writable: false));
        return head.IsReadable || length <= Head ? head : ReadHeader(PackedFile.OpenRead(path));
    }

    static PictureHeader ReadHeader(Stream file)
    {
        using (file)
            return TiffHeader.TryRead(file, out var tiff) ? tiff : ReadByCodec(file);
    }

    static PictureHeader ReadByCodec(Stream file)
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
