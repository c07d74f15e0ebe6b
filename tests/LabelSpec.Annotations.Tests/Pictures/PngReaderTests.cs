using LabelSpec.Annotations.Pictures.Labels;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Pictures;

/// <summary>
/// Pictures of every kind that PNG knows, with every filter and in several pieces. They were written by a script of its own and
/// read by Pillow, which got the same numbers.
/// </summary>
public class PngReaderTests
{
    const int Width = 13;
    const int Height = 9;

    [Theory]
    [InlineData("grey1", 1 << 1)]
    [InlineData("grey2", 1 << 2)]
    [InlineData("grey4", 1 << 4)]
    [InlineData("grey8", 1 << 8)]
    [InlineData("grey16", 1 << 16)]
    [InlineData("grey8-interlaced", 1 << 8)]
    [InlineData("greyalpha8", 1 << 8)]
    [InlineData("palette1", 1 << 1)]
    [InlineData("palette2", 1 << 2)]
    [InlineData("palette4", 1 << 4)]
    [InlineData("palette8", 1 << 8)]
    [InlineData("palette4-interlaced", 1 << 4)]
    public void Samples_are_read_as_they_are_stored(string name, int levels) =>
        AssertValues(name, (x, y) => (uint)((x * 7 + y * 13) % levels));

    [Theory]
    [InlineData("rgb8")]
    [InlineData("rgb8-interlaced")]
    [InlineData("rgba8")]
    public void Colours_are_one_number(string name) =>
        AssertValues(name, (x, y) => (uint)((x * 70001L + y * 131071L) % (1 << 24)));

    [Theory]
    [InlineData("palette4")]
    [InlineData("palette8")]
    public void The_colours_of_a_palette_are_known(string name)
    {
        var samples = Read(name);
        for (uint i = 0; i < samples.Palette.Count; i++)
            Assert.Equal(i | (3 * i % 256) << 8 | (255 - i) << 16, samples.Palette[(int)i]);
    }

    [Fact]
    public void Translucent_pixels_are_noticed()
    {
        Assert.True(Read("rgba8").IsTranslucent);
        Assert.False(Read("greyalpha8").IsTranslucent);
        Assert.False(Read("rgb8").IsTranslucent);
    }

    [Fact]
    public void The_masks_of_a_picture_are_its_pixels()
    {
        var picture = LabelPicture.Of(BytesOf("grey4"), out _)!;
        var pixels = new byte[Width * Height];
        foreach (var (value, mask) in picture.Masks)
        {
            Assert.True(mask.TryCopyTo(pixels));
            for (var i = 0; i < pixels.Length; i++)
                Assert.Equal((i % Width * 7 + i / Width * 13) % 16 == value, pixels[i] == 1);
        }

        Assert.Equal(Width * Height, picture.Masks.Values.Sum(mask => mask.Area));
    }

    [Fact]
    public void A_cut_picture_is_refused_with_a_reason()
    {
        var bytes = BytesOf("rgb8");
        // What ends behind the last pixel is no loss.
        for (var length = 0; length < bytes.Length - 40; length++)
        {
            Assert.Null(PngReader.Read(bytes.AsSpan(0, length), out var problem));
            Assert.NotEmpty(problem);
        }
    }

    [Fact]
    public void A_picture_that_claims_too_much_is_refused()
    {
        var bytes = BytesOf("rgb8");
        bytes[16] = 0x7F;
        bytes[20] = 0x7F;

        Assert.Null(PngReader.Read(bytes, out var problem));
        Assert.Contains("it claims", problem);
    }

    [Fact]
    public void Damage_never_throws()
    {
        var random = new Random(1);
        foreach (var file in Directory.GetFiles(Folder))
        {
            var whole = File.ReadAllBytes(file);
            for (var i = 0; i < 300; i++)
            {
                var bytes = whole.ToArray();
                for (var k = 0; k < 3; k++)
                    bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
                PngReader.Read(bytes, out _);
            }
        }
    }

    static string Folder { get; } =
        Path.Combine(RepositoryFiles.Root, "tests", "LabelSpec.Annotations.Tests", "Pictures", "fixtures");

    static byte[] BytesOf(string name) => File.ReadAllBytes(Path.Combine(Folder, name + ".png"));

    static PngSamples Read(string name)
    {
        var samples = PngReader.Read(BytesOf(name), out var problem);
        Assert.True(samples is not null, problem);
        return samples;
    }

    static void AssertValues(string name, Func<int, int, uint> expected)
    {
        var samples = Read(name);
        Assert.Equal((Width, Height), (samples.Width, samples.Height));
        for (var y = 0; y < Height; y++)
        for (var x = 0; x < Width; x++)
            Assert.Equal(expected(x, y), samples.Values[y * Width + x]);
    }
}
