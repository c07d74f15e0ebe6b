using System.Collections.Immutable;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;

namespace LabelSpec.Annotations.Formats;

/// <summary>A change to one element, in terms of the model; a format turns it into edits of its text.</summary>
public abstract record ElementChange(Element Element)
{
    /// <summary>Why no file can hold it; null where one could: coordinates that are not numbers stand in no format.</summary>
    internal string? Impossible =>
        this switch
        {
            SetBox set when !set.Box.IsFinite => NotNumbers,
            SetPolygon set when set.Parts.Any(part => part.Any(number => !double.IsFinite(number))) => NotNumbers,
            _ => null,
        };

    const string NotNumbers = "one of its coordinates is no number; correct that first";

    /// <summary>Takes the element away, with the comma or the line that goes with it.</summary>
    public sealed record Remove(Element Element) : ElementChange(Element);

    /// <summary>Another category, by name; it must be declared where the format declares categories.</summary>
    public sealed record SetCategory(Element Element, string Category) : ElementChange(Element);

    /// <summary>Sets or adds an attribute; takes it away when the value is null.</summary>
    public sealed record SetAttribute(Element Element, string Name, AttributeValue? Value) : ElementChange(Element);

    /// <summary>A category of its own beside a declared one, which it is like but for its name; where files list names and no numbers.</summary>
    public sealed record DeclareCategory(Element Element, string Name) : ElementChange(Element);

    /// <summary>One more value of an attribute that a category declares with a list of its values.</summary>
    public sealed record DeclareValue(Element Element, string Attribute, string Value) : ElementChange(Element);

    /// <summary>A new box in canonical coordinates.</summary>
    public sealed record SetBox(Element Element, Box Box) : ElementChange(Element);

    /// <summary>New rings, each as x, y pairs in canonical coordinates.</summary>
    public sealed record SetPolygon(Element Element, ImmutableArray<ImmutableArray<double>> Parts)
        : ElementChange(Element);

    /// <summary>Repeats the first position of each ring at its end, where the format wants that and it is not so.</summary>
    public sealed record CloseRings(Element Element) : ElementChange(Element);

    /// <summary>
    /// New pixels, of a mask that the file stores as a mask; what the file states about it (box, area) follows.
    /// </summary>
    public sealed record SetMask(Element Element, RleMask Mask) : ElementChange(Element);

    /// <summary>The stated area, in px².</summary>
    public sealed record SetArea(Element Element, double Area) : ElementChange(Element);

    public sealed record SetId(Element Element, long Id) : ElementChange(Element);

    /// <summary>The stated number of labelled keypoints.</summary>
    public sealed record SetKeypointCount(Element Element, int Count) : ElementChange(Element);

    public sealed record SetCrowd(Element Element, bool IsCrowd) : ElementChange(Element);

    /// <summary>The declared size of an image, in pixels.</summary>
    public sealed record SetImageSize(Element Element, int Width, int Height) : ElementChange(Element);

    /// <summary>Another name where the element itself writes the name of its category; nothing where it writes a number.</summary>
    public sealed record RenameCategory(Element Element, string From, string To) : ElementChange(Element);

    /// <summary>Another name of an attribute: where an annotation or image has it, or a category declares it.</summary>
    public sealed record RenameAttribute(Element Element, string From, string To) : ElementChange(Element);

    /// <summary>Another name of a value of an attribute: where an annotation or image has it, or a category declares it.</summary>
    public sealed record RenameValue(Element Element, string Attribute, string From, string To)
        : ElementChange(Element);
}
