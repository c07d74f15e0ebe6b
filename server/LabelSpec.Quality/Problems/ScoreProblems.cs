using System.Collections.Immutable;
using static LabelSpec.Grammar.Severity;

namespace LabelSpec.Quality.Problems;

/// <summary>Everything that commands about quality report on their inputs.</summary>
public static class ScoreProblems
{
    public static ScoreProblemKind NoCommonImage { get; } =
        new("LS6001", "No image in common with the ground truth", Error);
    public static ScoreProblemKind ImageWithoutTruth { get; } = new("LS6002", "Image without ground truth", Info);
    public static ScoreProblemKind ImageWithoutWork { get; } = new("LS6003", "Image without work", Warning);
    public static ScoreProblemKind UnknownClass { get; } =
        new("LS6004", "Class that the ground truth does not have", Warning);
    public static ScoreProblemKind WithoutClass { get; } = new("LS6005", "Annotations without a class", Warning);
    public static ScoreProblemKind DifferentSize { get; } = new("LS6006", "Image sizes differ", Warning);
    public static ScoreProblemKind NothingToCompare { get; } = new("LS6007", "Nothing to compare", Warning);
    public static ScoreProblemKind DifferentShapes { get; } = new("LS6008", "Shapes differ in kind", Warning);
    public static ScoreProblemKind Undecided { get; } = new("LS6009", "Criterion cannot be decided", Warning);
    public static ScoreProblemKind NotInGuideline { get; } =
        new("LS6010", "Class that the guideline does not have", Warning);
    public static ScoreProblemKind UnknownImage { get; } = new("LS6101", "Prediction for an unknown image", Error);
    public static ScoreProblemKind UnknownCategory { get; } = new("LS6102", "Prediction of an unknown class", Error);
    public static ScoreProblemKind NoScore { get; } = new("LS6103", "Prediction without a score", Error);
    public static ScoreProblemKind NoGeometry { get; } = new("LS6104", "Nothing to compare by", Warning);
    public static ScoreProblemKind NoArea { get; } = new("LS6105", "Object without an area", Info);
    public static ScoreProblemKind IdZero { get; } = new("LS6106", "Object with annotation id 0", Warning);
    public static ScoreProblemKind DuplicateId { get; } = new("LS6107", "Several objects with one id", Warning);
    public static ScoreProblemKind DuplicateImage { get; } = new("LS6108", "Two images with one id", Warning);
    public static ScoreProblemKind OtherSkeleton { get; } = new("LS6109", "Keypoints of another skeleton", Error);
    public static ScoreProblemKind NoObjects { get; } = new("LS6110", "Nothing to score", Warning);
    public static ScoreProblemKind AmbiguousTrack { get; } = new("LS6111", "Track id twice in a frame", Error);
    public static ScoreProblemKind UnknownSequence { get; } = new("LS6112", "Sequence that is not in the truth", Error);
    public static ScoreProblemKind LvisFact { get; } = new("LS6113", "LVIS facts that say nothing", Warning);

    public static ScoreProblemKind OneAnnotator { get; } = new("LS6201", "One annotator only", Error);
    public static ScoreProblemKind NothingShared { get; } = new("LS6202", "No image in common", Error);
    public static ScoreProblemKind OtherImages { get; } = new("LS6203", "Images that one annotator saw", Info);
    public static ScoreProblemKind OtherClassList { get; } = new("LS6204", "Class lists differ", Warning);

    public static ScoreProblemKind NoMajority { get; } = new("LS6301", "No answer has the quorum", Warning);
    public static ScoreProblemKind Outvoted { get; } = new("LS6302", "Drawn by too few", Info);
    public static ScoreProblemKind OpenAttribute { get; } = new("LS6303", "No value has the quorum", Warning);

    public static ScoreProblemKind ProbablyMissing { get; } = new("LS6401", "Probably missing", Warning);
    public static ScoreProblemKind ProbablySpurious { get; } = new("LS6402", "Probably not there", Warning);
    public static ScoreProblemKind ProbablyBadlyPlaced { get; } = new("LS6403", "Probably badly placed", Warning);
    public static ScoreProblemKind ProbablySwapped { get; } = new("LS6404", "Probably another class", Warning);
    public static ScoreProblemKind ProbablyDuplicate { get; } = new("LS6405", "Probably drawn twice", Warning);

    public static ScoreProblemKind RequirementJson { get; } = new("LS6501", "Requirements that are no JSON", Error);
    public static ScoreProblemKind RequirementKey { get; } = new("LS6502", "Unknown key of a requirement", Error);
    public static ScoreProblemKind RequirementValue { get; } = new("LS6503", "Unusable value of a requirement", Error);
    public static ScoreProblemKind RequirementHierarchy { get; } =
        new("LS6504", "Requirements that do not fit together", Error);
    public static ScoreProblemKind RequirementFilter { get; } = new("LS6505", "Filter that CVAT does not know", Error);
    public static ScoreProblemKind RequirementAttribute { get; } = new("LS6506", "Unknown attribute of a rule", Error);

    public static ImmutableArray<ScoreProblemKind> All { get; } =
    [
        NoCommonImage,
        ImageWithoutTruth,
        ImageWithoutWork,
        UnknownClass,
        WithoutClass,
        DifferentSize,
        NothingToCompare,
        DifferentShapes,
        Undecided,
        NotInGuideline,
        UnknownImage,
        UnknownCategory,
        NoScore,
        NoGeometry,
        NoArea,
        IdZero,
        DuplicateId,
        DuplicateImage,
        OtherSkeleton,
        NoObjects,
        AmbiguousTrack,
        UnknownSequence,
        LvisFact,
        OneAnnotator,
        NothingShared,
        OtherImages,
        OtherClassList,
        NoMajority,
        Outvoted,
        OpenAttribute,
        ProbablyMissing,
        ProbablySpurious,
        ProbablyBadlyPlaced,
        ProbablySwapped,
        ProbablyDuplicate,
        RequirementJson,
        RequirementKey,
        RequirementValue,
        RequirementHierarchy,
        RequirementFilter,
        RequirementAttribute,
    ];
}
