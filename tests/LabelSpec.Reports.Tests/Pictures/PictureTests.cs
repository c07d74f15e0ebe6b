using System.Collections.Immutable;
using LabelSpec.Reports.Pictures;
using SkiaSharp;

namespace LabelSpec.Reports.Tests.Pictures;

public sealed class PictureTests
{
    const int ViewLeft = 20;
    const int ViewTop = 66;

    static readonly PictureShape Square = new()
    {
        Rings =
        [
            [new(10, 10), new(30, 10), new(30, 30), new(10, 30)],
            [new(15, 15), new(25, 15), new(25, 25), new(15, 25)],
        ],
        Colour = new Colour(0, 0, 255),
    };

    [Fact]
    public void A_shape_is_drawn_where_it_is_and_its_hole_stays_empty()
    {
        using var picture = Draw(Square);
        Assert.Equal(new SKColor(0, 0, 255), At(picture, 10, 20));
        Assert.True(At(picture, 12.5, 20).Blue > At(picture, 12.5, 20).Red, "the rim is filled with the colour");
        Assert.Equal(At(picture, 2, 2), At(picture, 20, 20));
        Assert.Equal(At(picture, 2, 2), At(picture, 38, 38));
    }

    [Fact]
    public void A_violation_is_outlined_in_red_whatever_its_class()
    {
        using var picture = Draw(Square with { IsViolation = true });
        Assert.Equal(new SKColor(213, 38, 38), At(picture, 10, 20));
    }

    [Fact]
    public void Hidden_points_are_rings_and_visible_ones_are_discs()
    {
        var shape = new PictureShape
        {
            Dots = [new(10, 10)],
            HiddenDots = [new(30, 10)],
            Colour = new Colour(0, 128, 0),
        };
        using var picture = Draw(shape);
        Assert.Equal(new SKColor(0, 128, 0), At(picture, 10, 10));
        Assert.Equal(SKColors.White, At(picture, 30, 10));
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(-1e300)]
    public void A_coordinate_that_is_none_does_not_hide_the_rest(double value)
    {
        var broken = new PictureShape
        {
            Lines =
            [
                [new(5, 5), new(value, value)],
            ],
            Colour = Colour.Ink,
            Label = "broken",
        };
        using var picture = SKBitmap.Decode(
            new Picture("", [new PictureFrame(null, 40, 40, [Square, broken])], []).ToPng()
        );
        Assert.InRange(picture.Width, 100, 800);
        Assert.Contains(picture.Pixels, pixel => pixel == new SKColor(0, 0, 255));
    }

    [Fact]
    public void Every_printable_ascii_character_has_a_letter() =>
        Assert.All(
            Enumerable.Range(' ', '~' - ' ' + 1),
            code => Assert.True(StrokeFont.Has((char)code), $"{(char)code}")
        );

    [Fact]
    public void Letters_differ_from_one_another()
    {
        var drawn = Enumerable.Range('!', '~' - '!' + 1).Select(code => Letters($"{(char)code}")).ToList();
        Assert.Equal(drawn.Count, drawn.Distinct().Count());
    }

    [Fact]
    public void The_same_picture_comes_out_twice()
    {
        var picture = new Picture("twice", [new PictureFrame("a.png", 40, 40, [Square])], [new("note", true)]);
        Assert.Equal(picture.ToPng(), picture.ToPng());
    }

    static string Letters(string text)
    {
        using var canvas = new RecordingCanvas();
        StrokeFont.Draw(canvas, text, new PicturePoint(0, 0), 6, Colour.Ink);
        return canvas.Log;
    }

    static SKBitmap Draw(PictureShape shape) =>
        SKBitmap.Decode(new Picture("", [new PictureFrame(null, 40, 40, [shape])], []).ToPng());

    // An image of 40 pixels is drawn 16 times as large.
    static SKColor At(SKBitmap picture, double x, double y) =>
        picture.GetPixel(ViewLeft + (int)(x * 16), ViewTop + (int)(y * 16));

    sealed class RecordingCanvas : IPictureCanvas
    {
        public string Log { get; private set; } = "";

        public void Fill(IEnumerable<ImmutableArray<PicturePoint>> rings, Colour colour) =>
            throw new InvalidOperationException("Letters are lines.");

        public void Stroke(ReadOnlySpan<PicturePoint> points, bool closed, Colour colour, double width) =>
            Log += string.Join(' ', points.ToArray()) + ";";

        public void Disc(PicturePoint centre, double radius, Colour colour) =>
            throw new InvalidOperationException("Letters are lines.");

        public void Image(string path, PicturePoint topLeft, PicturePoint bottomRight) =>
            throw new InvalidOperationException("Letters are lines.");

        public byte[] ToPng() => [];

        public void Dispose() { }
    }
}
