using System.Collections.Immutable;
using static LabelSpec.Annotations.Problems.ProblemSeverity;

namespace LabelSpec.Annotations.Problems;

/// <summary>Problems with pictures whose pixels are annotations, and with the lists of images beside them.</summary>
public static class LabelPictureProblems
{
    public static ProblemKind Unreadable { get; } =
        new("LS2501", "Label picture cannot be read", Error, IsUnread: true);
    public static ProblemKind ObjectsDiffer { get; } =
        new("LS2502", "Objects and their pixels do not correspond", Warning);
    public static ProblemKind ClassDiffers { get; } = new("LS2503", "Pixels are of another class", Warning);
    public static ProblemKind SizeDiffers { get; } = new("LS2504", "Label picture is not as large as its image", Error);
    public static ProblemKind UnknownClass { get; } = new("LS2505", "Pixels of a class without a name", Warning);
    public static ProblemKind NotListed { get; } =
        new("LS2506", "Image set names an image without annotations", Warning, IsPerFile: true);
    public static ProblemKind ClassListDiffers { get; } =
        new("LS2507", "Image set of a class disagrees with the objects", Warning);

    public static ImmutableArray<ProblemKind> All { get; } =
    [Unreadable, ObjectsDiffer, ClassDiffers, SizeDiffers, UnknownClass, NotListed, ClassListDiffers];
}
