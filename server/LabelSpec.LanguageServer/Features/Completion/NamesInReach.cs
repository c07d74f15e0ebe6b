using System.Collections.Immutable;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Semantics.Index;
using LabelSpec.Semantics.Symbols.Classes;
using LabelSpec.Semantics.Types;

namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>
/// The variables that may be named at a place, and what attributes and members may be named bare of. What the compiler knows comes first;
/// an expression that is about to be typed is unknown to it, so that the words before tell the rest.
/// </summary>
/// <param name="Self">Null where nothing may be named bare.</param>
sealed record NamesInReach(IReadOnlyList<VisibleName> Variables, LabelType? Self)
{
    public static NamesInReach At(CompletionPlace place)
    {
        var offset = OffsetInScope(place);
        var index = place.Analysis.Compilation.Index;
        var known = index.NamesAt(place.Analysis.File, offset);
        return new NamesInReach(
            [.. known.Concat(VariablesInText.At(place)).DistinctBy(name => name.Name)],
            index.SelfAt(place.Analysis.File, offset)?.Type ?? SelfInText(place)
        );
    }

    /// <summary>An expression reaches to its last whole operand; blanks, and an operator without its other side, stand behind it.</summary>
    static int OffsetInScope(CompletionPlace place)
    {
        var index = place.Analysis.Compilation.Index;
        if (IsInScope(place.Offset))
            return place.Offset;
        var before = place.Before;
        for (
            var distance = 0;
            before[distance].Kind is not (TokenKind.EndOfSegment or TokenKind.OpenBrace or TokenKind.CloseBrace);
            distance++
        )
            if (IsInScope(before.EndOf(distance)))
                return before.EndOf(distance);
        return place.Offset;

        bool IsInScope(int offset) =>
            !index.NamesAt(place.Analysis.File, offset).IsEmpty
            || index.SelfAt(place.Analysis.File, offset) is not null;
    }

    /// <summary>In a class its attributes are named bare, in `image` those of the image, and in a distinction those of both classes.</summary>
    static LabelType? SelfInText(CompletionPlace place)
    {
        var before = place.Before;
        for (var distance = before.Count - 1; distance > 0; distance--)
            switch (before[distance].Keyword)
            {
                case Keyword.Abstract or Keyword.Ignore:
                    continue;
                case Keyword.Class:
                    return TypeOf(place.Guideline.FindClass(before.TextOf(distance - 1)));
                case Keyword.Image:
                    return ImageType.Instance;
                case Keyword.Distinguish:
                    return TypeOf(
                        place.Guideline.FindClass(before.TextOf(distance - 1)),
                        place.Guideline.FindClass(before.TextOf(distance - 3))
                    );
                default:
                    return null;
            }

        return null;
    }

    static AnnotationType? TypeOf(params IEnumerable<ClassSymbol?> classes)
    {
        // An abstract class without children has attributes, too.
        ImmutableArray<ClassSymbol> all = [.. classes.OfType<ClassSymbol>()];
        return all.IsEmpty
            ? null
            : new AnnotationType(
                ClassSet.Of(all.Concat(all.SelectMany(one => one.ConcreteDescendants.Classes)).Distinct(), "self")
            );
    }
}
