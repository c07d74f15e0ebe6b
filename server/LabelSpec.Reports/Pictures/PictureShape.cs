using System.Collections.Immutable;

namespace LabelSpec.Reports.Pictures;

/// <summary>An annotation as it is drawn: areas, lines and dots, whatever kind of shape they came from.</summary>
public sealed record PictureShape
{
    /// <summary>Closed outlines; what lies within an odd number of them is filled.</summary>
    public ImmutableArray<ImmutableArray<PicturePoint>> Rings { get; init; } = [];

    /// <summary>Areas that are filled and not outlined, such as the runs of a mask.</summary>
    public ImmutableArray<ImmutableArray<PicturePoint>> Areas { get; init; } = [];

    /// <summary>Open lines.</summary>
    public ImmutableArray<ImmutableArray<PicturePoint>> Lines { get; init; } = [];

    /// <summary>Points that can be seen.</summary>
    public ImmutableArray<PicturePoint> Dots { get; init; } = [];

    /// <summary>Points that are hidden by something.</summary>
    public ImmutableArray<PicturePoint> HiddenDots { get; init; } = [];

    public string Label { get; init; } = "";

    public required Colour Colour { get; init; }

    /// <summary>Whether something is wrong with it.</summary>
    public bool IsViolation { get; init; }

    /// <summary>All points, for fitting the view.</summary>
    public IEnumerable<PicturePoint> Points =>
        [
            .. Rings.SelectMany(ring => ring),
            .. Areas.SelectMany(area => area),
            .. Lines.SelectMany(line => line),
            .. Dots,
            .. HiddenDots,
        ];
}
