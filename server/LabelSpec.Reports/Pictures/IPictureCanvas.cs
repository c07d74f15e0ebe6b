using System.Collections.Immutable;

namespace LabelSpec.Reports.Pictures;

/// <summary>The few things that pictures are made of; the seam behind which the graphics library stays.</summary>
public interface IPictureCanvas : IDisposable
{
    /// <summary>Fills what lies within an odd number of the rings.</summary>
    void Fill(IEnumerable<ImmutableArray<PicturePoint>> rings, Colour colour);

    /// <summary>Draws a line of the given width, closed to its start or open.</summary>
    void Stroke(ReadOnlySpan<PicturePoint> points, bool closed, Colour colour, double width);

    void Disc(PicturePoint centre, double radius, Colour colour);

    /// <summary>Draws an image file into a rectangle; does nothing where it cannot be read.</summary>
    void Image(string path, PicturePoint topLeft, PicturePoint bottomRight);

    byte[] ToPng();
}
