namespace LabelSpec.Geometry;

/// <summary>Which neighbouring pixels belong together.</summary>
public enum PixelConnectivity
{
    /// <summary>Pixels that share an edge.</summary>
    Four,

    /// <summary>Pixels that share an edge or a corner.</summary>
    Eight,
}
