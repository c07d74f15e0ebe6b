using LabelSpec.Grammar.Lexing;

namespace LabelSpec.Grammar.Facts;

/// <summary>The words of shapes, types and scenes.</summary>
static class ShapeWords
{
    public static readonly WordFact[] TestMember =
    [
        new(Keyword.Image, "image 1920 x 1080 [\"FILE\"] { attr = value }", "An image of the scene."),
        new(Keyword.Frame, "frame 3 { … }", "A frame of a sequence."),
        new(Keyword.Track, "track t: CLASS { frame 0 box … frame 5 outside }", "An object over several frames."),
        new(
            Keyword.Expect,
            "expect RULE [undecided] [at NAME], expect nothing [from RULE]",
            "What must be found, or not."
        ),
    ];

    public static readonly WordFact[] TrackMember =
    [
        new(
            Keyword.Frame,
            "frame 0 box 1 2 3 4, frame 5 outside",
            "Where the object is in a frame, or that it is no longer there."
        ),
    ];

    public static readonly WordFact[] Shape =
    [
        new(Keyword.Box, "box LEFT TOP WIDTH HEIGHT", "An upright rectangle."),
        new(Keyword.RotatedBox, "rotated_box CENTER_X CENTER_Y WIDTH HEIGHT 30deg", "A rectangle that may be turned."),
        new(Keyword.Polygon, "polygon X Y, X Y, …", "A closed outline, which may have holes and several pieces."),
        new(Keyword.Polyline, "polyline X Y, X Y, …", "A line of straight pieces."),
        new(Keyword.Point, "point X Y", "A single point, or several."),
        new(Keyword.Skeleton, "skeleton NAME { nose X Y, … }", "Named points, declared with `skeleton`."),
        new(Keyword.Mask, "mask X Y, X Y, …", "The pixels of the object."),
        new(Keyword.Ellipse, "ellipse CENTER_X CENTER_Y RADIUS_X RADIUS_Y [30deg]", "An ellipse."),
        new(Keyword.Cuboid, "cuboid X Y Z LENGTH WIDTH HEIGHT YAW", "A box in space, in metres and degrees."),
        new(Keyword.Tag, "tag", "The image as a whole."),
    ];

    public static readonly WordFact[] ShapeExtent =
    [
        new(Keyword.Visible, "visible", "The shape covers what can be seen of the object."),
        new(
            Keyword.Amodal,
            "amodal",
            "The shape covers the whole object, hidden parts included; it may leave the image."
        ),
    ];

    public static readonly WordFact[] AttributeType =
    [
        new(Keyword.Bool, "bool", "True or false."),
        new(Keyword.Int, "int [RANGE]", "A whole number."),
        new(Keyword.Number, "number [RANGE] [UNIT]", "A number."),
        new(Keyword.Text, "text [matching \"REGEX\"]", "A text."),
        new(Keyword.Any, "any of A | B | C", "A set of these values."),
        new(Keyword.Ref, "ref CLASS", "Another annotation of the same image."),
    ];

    public static readonly WordFact[] AttributeModifier =
    [
        new(Keyword.Required, "required [when EXPR]", "The attribute must be there, always or under a condition."),
        new(Keyword.Only, "only when EXPR", "The attribute may be there only under this condition."),
        new(Keyword.Constant, "constant", "The attribute may not change along a track."),
    ];

    public static readonly WordFact[] CountScope =
    [
        new(Keyword.Image, "per image", "In every image."),
        new(Keyword.Track, "per track", "In every track."),
        new(Keyword.Dataset, "per dataset", "In the data as a whole."),
    ];
}
