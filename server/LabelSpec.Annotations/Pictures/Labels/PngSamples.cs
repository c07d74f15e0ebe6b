namespace LabelSpec.Annotations.Pictures.Labels;

/// <summary>The pixels of a PNG file as the file stores them.</summary>
/// <param name="Width">Pixels in a row.</param>
/// <param name="Height">Rows.</param>
/// <param name="Color">What a pixel is.</param>
/// <param name="Values">
/// Row by row: the sample of a grey pixel (up to 65535), the index of a palette, or R + 256 G + 65536 B.
/// </param>
/// <param name="Palette">Colours of the indexes, as R + 256 G + 65536 B; empty without a palette.</param>
/// <param name="IsTranslucent">Some pixel is not fully opaque.</param>
sealed record PngSamples(
    int Width,
    int Height,
    PngColor Color,
    uint[] Values,
    IReadOnlyList<uint> Palette,
    bool IsTranslucent
);
