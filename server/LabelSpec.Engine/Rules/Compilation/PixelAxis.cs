namespace LabelSpec.Engine.Rules.Compilation;

/// <summary>What a number is measured along. In an image whose size is unknown each axis has a scale of its own.</summary>
enum PixelAxis
{
    /// <summary>Along nothing: a share, a count, an angle that an attribute states.</summary>
    None,

    Horizontal,
    Vertical,

    /// <summary>A product of both.</summary>
    Area,

    /// <summary>Zero pixels, along whatever axis.</summary>
    Zero,

    /// <summary>Only pixels can tell: it mixes the axes, or it is a number of pixels that the guideline gives.</summary>
    Pixels,
}
