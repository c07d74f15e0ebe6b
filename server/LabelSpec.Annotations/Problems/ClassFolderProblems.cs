using System.Collections.Immutable;
using static LabelSpec.Annotations.Problems.ProblemSeverity;

namespace LabelSpec.Annotations.Problems;

/// <summary>Problems with pictures that lie in a folder for each class.</summary>
public static class ClassFolderProblems
{
    public static ProblemKind ClassesDiffer { get; } = new("LS2521", "Splits have different classes", Error);
    public static ProblemKind EmptyClass { get; } = new("LS2522", "Folder of a class without pictures", Warning);
    public static ProblemKind TwoClasses { get; } = new("LS2523", "One picture in two classes", Error);

    public static ImmutableArray<ProblemKind> All { get; } = [ClassesDiffer, EmptyClass, TwoClasses];
}
