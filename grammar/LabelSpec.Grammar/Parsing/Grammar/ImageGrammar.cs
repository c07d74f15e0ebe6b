using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary><c>image { attribute … }</c>.</summary>
static class ImageGrammar
{
    public static readonly MemberTable Members = new(
        "`image`",
        WordPosition.ImageMember,
        null,
        (Keyword.Attribute, Defer(() => AttributeGrammar.Attribute)),
        (Keyword.Include, ProseGrammar.Include),
        (Keyword.Exclude, ProseGrammar.Exclude),
        (Keyword.Example, ProseGrammar.Example),
        (Keyword.Counterexample, ProseGrammar.Counterexample),
        (Keyword.Ask, ProseGrammar.Ask)
    );

    public static readonly Parser<Declaration> Image = (
        from _ in Word(Keyword.Image)
        from body in BlockParser.Required(() => Members)
        select Make(at => new ImageDeclaration(at, body))
    ).Located();
}
