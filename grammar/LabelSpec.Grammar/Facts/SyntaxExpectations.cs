using LabelSpec.Grammar.Text;

namespace LabelSpec.Grammar.Facts;

/// <summary>What can be written at a place of a file.</summary>
/// <param name="Words">Words of the language, each with what it means there.</param>
/// <param name="Parts">What else can stand there.</param>
/// <param name="Typed">The word at whose end the place is, as far as it is there; it is not taken into account.</param>
public sealed record SyntaxExpectations(IReadOnlyList<WordFact> Words, IReadOnlySet<ExpectedPart> Parts, TextSpan Typed)
{
    public static SyntaxExpectations None(int offset) => new([], new HashSet<ExpectedPart>(), new TextSpan(offset, 0));
}
