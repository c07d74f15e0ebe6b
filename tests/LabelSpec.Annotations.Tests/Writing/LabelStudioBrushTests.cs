using LabelSpec.Annotations.Formats.LabelStudio;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Tests.Writing;

public sealed class LabelStudioBrushTests
{
    /// <summary>Bytes of an encoder written from the description of the code in another language.</summary>
    [Fact]
    public void A_small_mask_is_coded_as_described()
    {
        byte[] pixels = [0, 1, 1, 0, 0, 1, 0, 0, 1, 1, 1, 1];
        var mask = RleMask.FromPixels(pixels, 3, 4).Mask!;

        Assert.Equal(
            [0, 0, 0, 48, 57, 27, 252, 96, 19, 255, 206, 1, 31, 252, 224, 23, 255, 192],
            LabelStudioBrush.Encode(mask)
        );
    }
}
