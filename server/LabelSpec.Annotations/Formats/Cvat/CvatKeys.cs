namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>How CVAT spells the attributes of shapes.</summary>
static class CvatKeys
{
    // Ring order, so that the eight numbers of a face are a polygon: front face 1, back face 2.
    public static readonly string[] CuboidNames =
    [
        "xtl1",
        "ytl1",
        "xtr1",
        "ytr1",
        "xbr1",
        "ybr1",
        "xbl1",
        "ybl1",
        "xtl2",
        "ytl2",
        "xtr2",
        "ytr2",
        "xbr2",
        "ybr2",
        "xbl2",
        "ybl2",
    ];

    static readonly (CvatKey Key, byte[] Name)[] All =
    [
        .. Named(
            (CvatKey.Label, "label"),
            (CvatKey.Occluded, "occluded"),
            (CvatKey.Source, "source"),
            (CvatKey.Left, "xtl"),
            (CvatKey.Top, "ytl"),
            (CvatKey.Right, "xbr"),
            (CvatKey.Bottom, "ybr"),
            (CvatKey.Points, "points"),
            (CvatKey.ZOrder, "z_order"),
            (CvatKey.Frame, "frame"),
            (CvatKey.Outside, "outside"),
            (CvatKey.Keyframe, "keyframe"),
            (CvatKey.Group, "group_id"),
            (CvatKey.Rotation, "rotation"),
            (CvatKey.Rle, "rle"),
            (CvatKey.MaskLeft, "left"),
            (CvatKey.MaskTop, "top"),
            (CvatKey.MaskWidth, "width"),
            (CvatKey.MaskHeight, "height"),
            (CvatKey.CenterX, "cx"),
            (CvatKey.CenterY, "cy"),
            (CvatKey.RadiusX, "rx"),
            (CvatKey.RadiusY, "ry")
        ),
        .. Named([.. CuboidNames.Select((name, index) => (CvatKey.FirstCuboid + index, name))]),
    ];

    /// <summary><see cref="CvatKey.Count"/> for a name that no shape has.</summary>
    public static CvatKey Of(ReadOnlySpan<byte> name)
    {
        foreach (var (key, spelling) in All)
            if (name.SequenceEqual(spelling))
                return key;
        return CvatKey.Count;
    }

    public static ReadOnlySpan<byte> NameOf(CvatKey key)
    {
        foreach (var (known, spelling) in All)
            if (known == key)
                return spelling;
        return [];
    }

    static IEnumerable<(CvatKey, byte[])> Named(params (CvatKey Key, string Name)[] names) =>
        names.Select(pair => (pair.Key, System.Text.Encoding.UTF8.GetBytes(pair.Name)));
}
