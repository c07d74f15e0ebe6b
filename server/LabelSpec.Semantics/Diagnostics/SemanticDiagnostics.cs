using System.Collections.Immutable;
using LabelSpec.Grammar.Diagnostics;

namespace LabelSpec.Semantics.Diagnostics;

/// <summary>Everything that can be wrong with the meaning of a guideline. Each code has a page in <c>docs/diagnostics</c>.</summary>
public static partial class SemanticDiagnostics
{
    /// <summary>The whole catalogue, in the order of the codes.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All => Catalogue.All;

    /// <summary>The entry of a code, or null.</summary>
    public static DiagnosticDescriptor? Find(string code)
    {
        foreach (var descriptor in All)
        {
            if (descriptor.Code == code)
            {
                return descriptor;
            }
        }
        return null;
    }

    /// <summary>Apart, since fields of a class in several files are not set in a known order.</summary>
    static class Catalogue
    {
        public static readonly ImmutableArray<DiagnosticDescriptor> All =
        [
            UnknownName,
            UnknownClass,
            DeclaredTwice,
            UnknownMember,
            UnknownValue,
            UnknownFunction,
            UnknownKeypoint,
            UnknownRule,
            UnknownCheck,
            LetRecursion,
            HiddenMember,
            LabelUsedTwice,
            IdUsedTwice,
            HotkeyUsedTwice,
            VariableHidesVariable,
            UnusedLet,
            UnusedVariable,
            UnknownSetting,
            ImportNotFound,
            ImportCycle,
            UnusedImport,
            ImportedTwice,
            HeaderMissing,
            HeaderMisplaced,
            InvalidVersion,
            FutureVersion,
            InheritanceCycle,
            LoosenedLimit,
            ContradictoryParents,
            AbstractClassUsed,
            AbstractWithoutChildren,
            UndescribedClass,
            MemberGivenTwice,
            EmptyRange,
            DeprecatedClassUsed,
            InvalidClassId,
            InvalidHotkey,
            ParentNamedTwice,
            ShareOutOfRange,
            InvalidDefault,
            ValueDeclaredTwice,
            UnexplainedValue,
            InvalidPattern,
            RequiredWithDefault,
            ConflictingClauses,
            WrongType,
            IncompatibleUnits,
            WrongArgumentCount,
            NotOfThisShape,
            NotAvailableHere,
            NotOrdered,
            TooComplex,
            AlwaysTrue,
            NeverTrue,
            NeverFails,
            NeverHolds,
            NeverApplies,
            DivisionByZero,
            UnreachableChoice,
            RuleWithoutBinder,
            RuleWithoutAssertion,
            ClauseGivenTwice,
            InvalidFix,
            UntestedRule,
            TooManyVariables,
            SceneWithoutImage,
            ShapeNotAllowed,
            ShapeOutsideImage,
            UnknownSceneName,
            InvalidGeometry,
            FrameGivenTwice,
            ContradictoryExpectations,
            InvalidEdge,
            SigmaCount,
            InvalidFlip,
            UnknownMetric,
            InvalidThreshold,
        ];
    }
}
