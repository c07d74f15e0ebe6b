using LabelSpec.Grammar.Lexing;

namespace LabelSpec.Grammar.Facts;

/// <summary>The words of declarations and their members.</summary>
static class DeclarationWords
{
    public static readonly WordFact[] Declaration =
    [
        new(
            Keyword.Guideline,
            "guideline NAME version \"1.0.0\" { … }",
            "The header of the file: what the guideline is called, and its semantic version. Once, and first."
        ),
        new(
            Keyword.Import,
            "import \"PATH\"",
            "Brings in the declarations of another file. The path is relative to this one."
        ),
        new(Keyword.Class, "class NAME [\"dataset label\"] [extends A, B] { … }", "Something that is annotated."),
        new(
            Keyword.Abstract,
            "abstract class NAME { … }",
            "A class that nothing is annotated with; other classes extend it."
        ),
        new(Keyword.Ignore, "ignore class NAME { … }", "A class for regions in which nothing is judged."),
        new(
            Keyword.Skeleton,
            "skeleton NAME { points … edges … }",
            "The keypoints of a shape, in the order in which annotation files store them."
        ),
        new(
            Keyword.Let,
            "let NAME = EXPR, let NAME(a, b) = EXPR",
            "A named constant, or a named predicate that rules can call."
        ),
        new(
            Keyword.Rule,
            "rule NAME [: SEVERITY] { for … require … }",
            "A statement about annotations that is checked."
        ),
        new(
            Keyword.Check,
            "check CODE: SEVERITY { … }",
            "Changes the severity or the tolerance of a built-in check, or turns it off."
        ),
        new(Keyword.Image, "image { attribute … }", "What every image says about itself."),
        new(
            Keyword.Distinguish,
            "distinguish A from B { … }",
            "How to tell two classes apart that are easily mixed up."
        ),
        new(
            Keyword.Overlap,
            "overlap A, B: allowed | none | below 85%",
            "How far shapes of these classes may overlap."
        ),
        new(Keyword.Case, "case NAME [since \"1.1.0\"] { … }", "An edge case that only people can judge."),
        new(Keyword.When, "when EXPR { rule … }", "Rules that hold only under a condition."),
        new(
            Keyword.Test,
            "test \"TITLE\" { image … expect … }",
            "A small scene, and what the guideline must say about it."
        ),
        new(
            Keyword.Quality,
            "quality { match … accept … }",
            "How finished work is matched with ground truth, and what is good enough."
        ),
    ];

    public static readonly WordFact[] ClassMember =
    [
        new(
            Keyword.Shape,
            "shape box | polygon [visible | amodal]",
            "The shapes that annotations of the class may have, and whether they cover what is visible or the whole object."
        ),
        new(
            Keyword.Part,
            "part CLASS RANGE [inside 95%]",
            "How many parts of another class belong to it, and how far inside of it they lie."
        ),
        new(Keyword.Size, "size at least 8px x 8px [at 640px wide]", "The smallest or largest width and height."),
        new(Keyword.Area, "area RANGE", "The area, in px2."),
        new(Keyword.Aspect, "aspect RANGE", "Width divided by height."),
        new(Keyword.Width, "width RANGE", "The width, in px."),
        new(Keyword.Height, "height RANGE", "The height, in px."),
        new(Keyword.Side, "side RANGE", "The shorter side, in px."),
        new(Keyword.Perimeter, "perimeter RANGE", "The length of the outline, in px."),
        new(Keyword.Angle, "angle RANGE", "The rotation, in deg."),
        new(Keyword.Holes, "holes RANGE", "The number of holes in the shape."),
        new(Keyword.Components, "components RANGE", "The number of separate pieces of the shape."),
        new(Keyword.Count, "count RANGE per image | track | dataset", "How many annotations of the class there are."),
        new(Keyword.Points, "points RANGE", "The number of vertices."),
        new(Keyword.Id, "id NUMBER", "The number of the class in annotation files."),
        new(Keyword.Alias, "alias \"NAME\", …", "Other names under which annotation files know the class."),
        new(
            Keyword.Replaces,
            "replaces \"OLD\" since \"2.0.0\"",
            "What the class was called in older versions; `labelspec migrate` renames it."
        ),
        new(Keyword.Deprecated, "deprecated \"WHY\" use OTHER", "The class is no longer used."),
        new(Keyword.Color, "color #e4572e", "The colour in pictures and tools."),
        new(Keyword.Hotkey, "hotkey \"c\"", "The key that chooses the class in tools."),
        new(
            Keyword.Attribute,
            "attribute NAME: TYPE [required] [= DEFAULT]",
            "Something that is recorded of every annotation of the class."
        ),
        new(Keyword.Include, "include \"TEXT\"", "What belongs to the class."),
        new(
            Keyword.Exclude,
            "exclude \"TEXT\" [use CLASS]",
            "What does not belong to the class, and which class it has instead."
        ),
        new(
            Keyword.Example,
            "example \"IMAGE\" box 1 2 3 4 \"TEXT\"",
            "A picture of the class done right. With a shape, it is also a test."
        ),
        new(
            Keyword.Counterexample,
            "counterexample \"IMAGE\" box 1 2 3 4 \"TEXT\" use CLASS",
            "A picture of what must not be annotated like this."
        ),
        new(Keyword.Ask, "ask \"QUESTION\" [sample 2%]", "A question that reviewers answer on a sample."),
    ];

    public static readonly WordFact[] AttributeMember =
    [
        new(Keyword.Include, "include \"TEXT\"", "What belongs to it."),
        new(Keyword.Exclude, "exclude \"TEXT\" [use OTHER]", "What does not belong to it."),
        new(Keyword.Example, "example \"IMAGE\" \"TEXT\"", "A picture of it done right."),
        new(Keyword.Counterexample, "counterexample \"IMAGE\" \"TEXT\"", "A picture of it done wrong."),
        new(Keyword.Alias, "alias \"NAME\"", "Other names under which annotation files know it."),
        new(Keyword.Replaces, "replaces \"OLD\" since \"2.0.0\"", "What it was called in older versions."),
        new(Keyword.Deprecated, "deprecated \"WHY\" use OTHER", "It is no longer used."),
        new(Keyword.Ask, "ask \"QUESTION\" [sample 2%]", "A question that reviewers answer on a sample."),
    ];

    public static readonly WordFact[] ImageMember =
    [
        new(
            Keyword.Attribute,
            "attribute NAME: TYPE [required] [= DEFAULT]",
            "Something that is recorded of every image."
        ),
        new(Keyword.Include, "include \"TEXT\"", "What images belong to the data."),
        new(Keyword.Exclude, "exclude \"TEXT\"", "What images do not belong to the data."),
        new(Keyword.Example, "example \"IMAGE\" \"TEXT\"", "An image as it should be."),
        new(Keyword.Counterexample, "counterexample \"IMAGE\" \"TEXT\"", "An image as it should not be."),
        new(Keyword.Ask, "ask \"QUESTION\" [sample 2%]", "A question that reviewers answer on a sample."),
    ];

    public static readonly WordFact[] SkeletonMember =
    [
        new(
            Keyword.Points,
            "points nose, left_eye, …",
            "The names of the keypoints, in the order in which annotation files store them."
        ),
        new(Keyword.Edges, "edges nose - left_eye, …", "Which keypoints are joined by a line."),
        new(
            Keyword.Sigmas,
            "sigmas 0.026, 0.025, …",
            "How far each keypoint may be off in object keypoint similarity."
        ),
        new(Keyword.Flip, "flip left_eye <-> right_eye, …", "Which keypoints change places in a mirror."),
    ];
}
