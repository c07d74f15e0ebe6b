using CsCheck;
using LabelSpec.TestSupport;

namespace LabelSpec.Geometry.Tests;

public class RleMaskTests
{
    static readonly Gen<(int Height, int Width)> Sizes = Gen.Select(Gen.Int[1, 9], Gen.Int[1, 9]);

    // Two masks of one size: noise, so that runs of every kind occur.
    static readonly Gen<(byte[] A, byte[] B, int Height, int Width)> Pairs = Sizes.SelectMany(size =>
        Gen.Select(Pixels(size), Pixels(size), (a, b) => (a, b, size.Height, size.Width))
    );

    static readonly Gen<(byte[] Pixels, int Height, int Width)> Masks = Sizes.SelectMany(size =>
        Pixels(size).Select(pixels => (pixels, size.Height, size.Width))
    );

    [Fact]
    public void Area_and_bounds_are_those_of_the_pixels() =>
        Masks.Holds(m =>
        {
            var mask = Mask(m.Pixels, m.Height, m.Width);
            Assert.Equal(m.Pixels.Count(p => p != 0), mask.Area);
            Assert.Equal(BoundsByDefinition(m.Pixels, m.Width), mask.Bounds);
            var back = new byte[m.Pixels.Length];
            Assert.True(mask.TryCopyTo(back));
            Assert.Equal(m.Pixels, back);
        });

    [Fact]
    public void Overlaps_are_those_of_the_pixels() =>
        Pairs.Holds(m =>
        {
            RleMask a = Mask(m.A, m.Height, m.Width),
                b = Mask(m.B, m.Height, m.Width);
            int both = m.A.Zip(m.B).Count(p => p is { First: not 0, Second: not 0 }),
                either = m.A.Zip(m.B).Count(p => p.First != 0 || p.Second != 0);
            Assert.Equal(both, a.IntersectionArea(b));
            Assert.Equal(both == 0 ? 0 : both / (double)either, a.IoU(b));
            Assert.Equal(both == 0 ? 0 : both / (double)a.Area, a.CrowdIoU(b));
            Assert.Equal(a.IoU(b), b.IoU(a));
            Assert.Equal(a.Area == 0 ? 0 : 1, a.IoU(a));
        });

    [Fact]
    public void Combined_masks_are_those_of_the_pixels() =>
        Pairs.Holds(m =>
        {
            RleMask a = Mask(m.A, m.Height, m.Width),
                b = Mask(m.B, m.Height, m.Width);
            AssertSame(a.Union(b)!, Combine((p, q) => p | q));
            AssertSame(a.Intersect(b)!, Combine((p, q) => p & q));
            AssertSame(a.Except(b)!, Combine((p, q) => p & ~q & 1));
            AssertSame(a.Invert(), Combine((p, _) => 1 - p));

            RleMask Combine(Func<int, int, int> rule) =>
                Mask([.. m.A.Zip(m.B, (p, q) => (byte)rule(p, q))], m.Height, m.Width);
        });

    [Fact]
    public void Components_are_those_of_a_flood_fill() =>
        Gen.Select(Masks, Gen.Bool)
            .Holds(
                (m, eight) =>
                {
                    var connectivity = eight ? PixelConnectivity.Eight : PixelConnectivity.Four;
                    Assert.Equal(
                        FloodFill(m.Pixels, m.Height, m.Width, eight),
                        Mask(m.Pixels, m.Height, m.Width).Components(connectivity).Select(Described).Order()
                    );
                }
            );

    [Fact]
    public void A_mask_without_holes_has_them_as_foreground_and_nothing_else() =>
        Gen.Select(Masks, Gen.Bool)
            .Holds(
                (m, eight) =>
                {
                    var connectivity = eight ? PixelConnectivity.Eight : PixelConnectivity.Four;
                    var mask = Mask(m.Pixels, m.Height, m.Width);

                    var filled = mask.WithoutHoles(connectivity);

                    Assert.Empty(filled.Holes(connectivity));
                    Assert.Equal(mask.Area, filled.IntersectionArea(mask));
                    Assert.Equal(mask.Area + mask.Holes(connectivity).Sum(hole => hole.Area), filled.Area);
                }
            );

    [Fact]
    public void Row_runs_inside_the_bounds_give_the_mask_again() =>
        Masks.Holds(m =>
        {
            var mask = Mask(m.Pixels, m.Height, m.Width);
            if (mask.Area == 0)
            {
                Assert.Empty(mask.ToRowRuns());
                return;
            }

            var (left, top) = ((int)mask.Bounds.Left, (int)mask.Bounds.Top);
            var again = RleMask.FromRowRuns(
                mask.ToRowRuns(),
                left,
                top,
                (int)mask.Bounds.Width,
                (int)mask.Bounds.Height,
                m.Height,
                m.Width
            );

            Assert.Equal(RleProblemKind.None, again.Problem.Kind);
            AssertSame(mask, again.Mask!);
        });

    [Fact]
    public void Holes_are_the_background_that_does_not_reach_the_frame() =>
        Gen.Select(Masks, Gen.Bool)
            .Holds(
                (m, eight) =>
                {
                    var background = m.Pixels.Select(p => (byte)(1 - p)).ToArray();
                    var expected = FloodFill(background, m.Height, m.Width, !eight).Where(piece => !piece.Frame);
                    var holes = Mask(m.Pixels, m.Height, m.Width)
                        .Holes(eight ? PixelConnectivity.Eight : PixelConnectivity.Four);
                    Assert.Equal(expected, holes.Select(Described).Order());
                }
            );

    [Fact]
    public void Text_and_runs_give_the_mask_back() =>
        Masks.Holds(m =>
        {
            var mask = Mask(m.Pixels, m.Height, m.Width);
            AssertSame(mask, RleMask.FromText(mask.ToText(), m.Height, m.Width).Mask!);
            AssertSame(mask, RleMask.FromRuns(mask.Runs, m.Height, m.Width).Mask!);
            long[] integers = [.. mask.Runs.ToArray().Select(r => (long)r)];
            AssertSame(mask, RleMask.FromIntegers(integers, m.Height, m.Width).Mask!);
        });

    [Fact]
    public void Any_runs_survive_the_compressed_text() =>
        Gen.UInt.Array.Holds(runs =>
        {
            var decoded = new uint[runs.Length * 7 + 1];
            var text = RleText.Encode(runs);
            Assert.Equal(default, RleText.Decode(System.Text.Encoding.ASCII.GetBytes(text), decoded, out var length));
            Assert.Equal(runs, decoded.Take(length));
        });

    [Fact]
    public void Row_runs_in_a_box_are_placed_in_the_image() =>
        Gen.Select(Masks, Gen.Int[-4, 12], Gen.Int[-4, 12], Sizes)
            .Holds(
                (m, left, top, image) =>
                {
                    var expected = new byte[image.Height * image.Width];
                    for (var y = 0; y < m.Height; y++)
                    for (var x = 0; x < m.Width; x++)
                        if (top + y >= 0 && top + y < image.Height && left + x >= 0 && left + x < image.Width)
                            expected[(top + y) * image.Width + left + x] = m.Pixels[y * m.Width + x];
                    var result = RleMask.FromRowRuns(
                        RunsInRows(m.Pixels),
                        left,
                        top,
                        m.Width,
                        m.Height,
                        image.Height,
                        image.Width
                    );
                    Assert.Equal(default, result.Problem);
                    AssertSame(Mask(expected, image.Height, image.Width), result.Mask!);
                }
            );

    [Fact]
    public void Masks_of_different_dimensions_do_not_combine()
    {
        var small = RleMask.FromBox(new(0, 0, 4, 4), 10, 10).Mask!;
        var other = RleMask.FromBox(new(0, 0, 4, 4), 10, 12).Mask!;
        Assert.Equal(-1, small.IoU(other));
        Assert.Equal(-1, small.IntersectionArea(other));
        Assert.Null(small.Union(other));
        // As in COCO, boxes that lie apart are told first.
        Assert.Equal(0, small.IoU(RleMask.FromBox(new(5, 5, 4, 4), 10, 12).Mask!));
    }

    [Fact]
    public void A_box_of_whole_pixels_becomes_its_pixels()
    {
        var mask = RleMask.FromBox(new(2, 1, 3, 4), 10, 10).Mask!;
        Assert.Equal(12, mask.Area);
        Assert.Equal(new(2, 1, 3, 4), mask.Bounds);
        Assert.Equal([21, 4, 6, 4, 6, 4, 55], mask.Runs.ToArray());
    }

    static RleMask Mask(byte[] pixels, int height, int width)
    {
        var result = RleMask.FromPixels(pixels, height, width);
        Assert.Equal(default, result.Problem);
        return result.Mask!;
    }

    static void AssertSame(RleMask expected, RleMask actual)
    {
        Assert.Equal(expected.Runs.ToArray(), actual.Runs.ToArray());
        Assert.Equal((expected.Height, expected.Width), (actual.Height, actual.Width));
    }

    static Gen<byte[]> Pixels((int Height, int Width) size) =>
        Gen.Int[0, 1].Select(i => (byte)i).Array[size.Height * size.Width];

    static Box BoundsByDefinition(byte[] pixels, int width)
    {
        var set = Enumerable.Range(0, pixels.Length).Where(i => pixels[i] != 0).ToArray();
        if (set.Length == 0)
            return default;
        int left = set.Min(i => i % width),
            top = set.Min(i => i / width);
        return Box.FromEdges(left, top, set.Max(i => i % width) + 1, set.Max(i => i / width) + 1);
    }

    static uint[] RunsInRows(byte[] pixels)
    {
        List<uint> runs = [0];
        var value = 0;
        foreach (var pixel in pixels)
        {
            if (pixel != value)
            {
                runs.Add(0);
                value = pixel;
            }

            runs[^1]++;
        }

        return [.. runs];
    }

    static (long Area, double Left, double Top, double Right, double Bottom, bool Frame) Described(MaskComponent c) =>
        (c.Area, c.Bounds.Left, c.Bounds.Top, c.Bounds.Right, c.Bounds.Bottom, c.TouchesFrame);

    static IEnumerable<(long Area, double Left, double Top, double Right, double Bottom, bool Frame)> FloodFill(
        byte[] pixels,
        int height,
        int width,
        bool eight
    )
    {
        var seen = new bool[pixels.Length];
        List<(long, double, double, double, double, bool)> found = [];
        for (var start = 0; start < pixels.Length; start++)
        {
            if (pixels[start] == 0 || seen[start])
                continue;
            List<int> piece = [start];
            seen[start] = true;
            for (var k = 0; k < piece.Count; k++)
            for (var dy = -1; dy <= 1; dy++)
            for (var dx = -1; dx <= 1; dx++)
            {
                int x = piece[k] % width + dx,
                    y = piece[k] / width + dy;
                if ((!eight && dx * dy != 0) || x < 0 || y < 0 || x >= width || y >= height)
                    continue;
                if (pixels[y * width + x] == 0 || seen[y * width + x])
                    continue;
                seen[y * width + x] = true;
                piece.Add(y * width + x);
            }

            int left = piece.Min(i => i % width),
                right = piece.Max(i => i % width) + 1,
                top = piece.Min(i => i / width),
                bottom = piece.Max(i => i / width) + 1;
            found.Add(
                (piece.Count, left, top, right, bottom, left == 0 || top == 0 || right == width || bottom == height)
            );
        }

        return found.Order();
    }
}
