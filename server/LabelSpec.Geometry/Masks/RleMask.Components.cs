namespace LabelSpec.Geometry;

public sealed partial class RleMask
{
    /// <summary>
    /// The connected pieces of the foreground, largest first (equal ones from left to right). Cost grows with the runs,
    /// not with the pixels.
    /// </summary>
    public MaskComponent[] Components(PixelConnectivity connectivity = PixelConnectivity.Eight) =>
        RleComponents.Find(runs, Height, Width, connectivity);

    /// <summary>
    /// Pieces of the background that the foreground encloses, largest first: those that do not reach the edge of the
    /// image. Background joins over edges where foreground joins over corners, and the other way round.
    /// </summary>
    public MaskComponent[] Holes(PixelConnectivity foreground = PixelConnectivity.Eight)
    {
        var background = foreground == PixelConnectivity.Eight ? PixelConnectivity.Four : PixelConnectivity.Eight;
        return [.. Invert().Components(background).Where(piece => !piece.TouchesFrame)];
    }

    /// <summary>The mask with its <see cref="Holes"/> made foreground.</summary>
    public RleMask WithoutHoles(PixelConnectivity foreground = PixelConnectivity.Eight)
    {
        var background = foreground == PixelConnectivity.Eight ? PixelConnectivity.Four : PixelConnectivity.Eight;
        var enclosed = RleComponents.RunsOfEnclosed(Invert().runs, Height, Width, background);
        return Union(new(Height, Width, enclosed)) ?? this;
    }
}
