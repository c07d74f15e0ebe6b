using System.Buffers.Binary;
using LabelSpec.Annotations.Pictures;
using LabelSpec.TestSupport;
using SkiaSharp;

namespace LabelSpec.Annotations.Tests.Pictures;

public sealed class PictureReaderTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("labelspec");

    public void Dispose() => folder.Delete(recursive: true);

    string Write(string name, byte[] bytes)
    {
        var path = Path.Combine(folder.FullName, name);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    static byte[] Encode(SKEncodedImageFormat format)
    {
        using var bitmap = new SKBitmap(37, 21);
        using var data = bitmap.Encode(format, 80);
        return data.ToArray();
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Png)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    [InlineData(SKEncodedImageFormat.Webp)]
    public void The_size_of_an_encoded_picture_is_read(SKEncodedImageFormat format)
    {
        var header = SkiaPictureReader.Instance.Read(Write("a", Encode(format)));

        Assert.Equal(
            (PictureStatus.Readable, 37, 21, 1),
            (header.Status, header.Width, header.Height, header.Orientation)
        );
    }

    [Fact]
    public void A_GIF_picture_is_read()
    {
        // Logical screen 5 x 3 without a colour table, one 5 x 3 image, trailer.
        var gif = Convert.FromHexString("47494638396105000300800000FFFFFF0000002C00000000050003000002048C8FA95B003B");

        var header = SkiaPictureReader.Instance.Read(Write("a.gif", gif));

        Assert.Equal((5, 3), (header.Width, header.Height));
    }

    [Fact]
    public void A_BMP_picture_is_read()
    {
        var bmp = new byte[54 + 24];
        "BM"u8.CopyTo(bmp);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(2), bmp.Length);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(10), 54);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(14), 40);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(18), 4);
        BinaryPrimitives.WriteInt32LittleEndian(bmp.AsSpan(22), 2);
        bmp[26] = 1;
        bmp[28] = 24;

        var header = SkiaPictureReader.Instance.Read(Write("a.bmp", bmp));

        Assert.Equal((4, 2), (header.Width, header.Height));
    }

    [Theory]
    [InlineData(1, false)]
    [InlineData(3, false)]
    [InlineData(6, true)]
    [InlineData(8, true)]
    public void The_EXIF_orientation_of_a_JPEG_picture_is_read_and_its_size_is_the_stored_one(
        int orientation,
        bool swaps
    )
    {
        var header = SkiaPictureReader.Instance.Read(Write("a.jpg", JpegWithOrientation(orientation)));

        Assert.Equal((37, 21, orientation), (header.Width, header.Height, header.Orientation));
        Assert.Equal(swaps, header.SwapsSides);
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    [InlineData(false, true)]
    public void A_TIFF_picture_is_read_in_both_byte_orders_and_both_sizes(bool isLittle, bool isBigTiff)
    {
        var header = SkiaPictureReader.Instance.Read(Write("a.tif", Tiff(isLittle, isBigTiff)));

        Assert.Equal((40000, 21, 6), (header.Width, header.Height, header.Orientation));
    }

    [Fact]
    public void Every_truncation_gives_a_header_or_a_reason()
    {
        byte[][] pictures =
        [
            Encode(SKEncodedImageFormat.Png),
            JpegWithOrientation(6),
            Encode(SKEncodedImageFormat.Webp),
            Tiff(isLittle: true, isBigTiff: false),
            Tiff(isLittle: false, isBigTiff: true),
        ];
        foreach (var picture in pictures)
            for (var length = 0; length < Math.Min(picture.Length, 400); length += length < 80 ? 1 : 13)
            {
                var header = SkiaPictureReader.Instance.Read(Write("cut", picture[..length]));
                Assert.True(header.IsReadable || header.Problem is not null);
                Assert.True(length > 12 || header.Status == PictureStatus.Unreadable);
            }
    }

    [Fact]
    public void Random_damage_gives_a_header_or_a_reason()
    {
        var random = new Random(7);
        byte[][] pictures =
        [
            Encode(SKEncodedImageFormat.Png),
            JpegWithOrientation(6),
            Tiff(false, false),
            Tiff(true, true),
        ];
        for (var round = 0; round < 800; round++)
        {
            var bytes = pictures[round % pictures.Length].ToArray();
            for (var i = 0; i < 4; i++)
                bytes[random.Next(Math.Min(64, bytes.Length))] = (byte)random.Next(256);
            var header = SkiaPictureReader.Instance.Read(Write("x", bytes));
            Assert.True(header.IsReadable || header.Problem is not null);
        }
    }

    [Fact]
    public void What_is_no_picture_says_why()
    {
        Assert.Equal(
            PictureStatus.Missing,
            SkiaPictureReader.Instance.Read(Path.Combine(folder.FullName, "no")).Status
        );
        Assert.Equal(PictureStatus.Missing, SkiaPictureReader.Instance.Read("/no/such/folder/a.png").Status);
        Assert.Equal("it is a folder", SkiaPictureReader.Instance.Read(folder.FullName).Problem);
        Assert.Equal("the file is empty", SkiaPictureReader.Instance.Read(Write("empty.png", [])).Problem);
        Assert.Contains(
            "no PNG, JPEG",
            SkiaPictureReader
                .Instance.Read(
                    Write(
                        "a.png",
                        "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n"u8.ToArray()
                    )
                )
                .Problem
        );
    }

    [RealDataFact]
    public void Real_pictures_are_read()
    {
        var pictures = Directory
            .EnumerateFiles(RealData.Folder!, "*", SearchOption.AllDirectories)
            .Where(path => Path.GetExtension(path) is ".png" or ".jpg" or ".jpeg")
            .Take(300)
            .ToList();

        Assert.NotEmpty(pictures);
        Assert.All(
            pictures,
            path => Assert.True(SkiaPictureReader.Instance.Read(path) is { Width: > 0, Height: > 0 }, path)
        );
    }

    static byte[] JpegWithOrientation(int orientation)
    {
        // An APP1 segment with a little-endian TIFF of one entry, put right after the start marker.
        byte[] exif =
        [
            .. "Exif\0\0II*\0"u8,
            .. (byte[])[8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, (byte)orientation, 0, 0, 0, 0, 0, 0, 0],
        ];
        var jpeg = Encode(SKEncodedImageFormat.Jpeg);
        return [.. jpeg[..2], 0xFF, 0xE1, 0, (byte)(exif.Length + 2), .. exif, .. jpeg[2..]];
    }

    static byte[] Tiff(bool isLittle, bool isBigTiff)
    {
        var bytes = new List<byte>(isLittle ? "II"u8.ToArray() : "MM"u8.ToArray());
        Number(isBigTiff ? 43 : 42, 2);
        if (isBigTiff)
        {
            Number(8, 2);
            Number(0, 2);
        }

        Number(isBigTiff ? 16 : 8, isBigTiff ? 8 : 4);
        Number(3, isBigTiff ? 8 : 2);
        Entry(256, 4, 40000);
        Entry(257, 3, 21);
        Entry(274, 3, 6);
        Number(0, isBigTiff ? 8 : 4);
        return [.. bytes];

        void Entry(int tag, int type, int value)
        {
            var size = type == 3 ? 2 : 4;
            Number(tag, 2);
            Number(type, 2);
            Number(1, isBigTiff ? 8 : 4);
            Number(value, size);
            Number(0, (isBigTiff ? 8 : 4) - size);
        }

        void Number(long value, int size)
        {
            for (var i = 0; i < size; i++)
                bytes.Add((byte)(value >> (8 * (isLittle ? i : size - 1 - i))));
        }
    }
}
