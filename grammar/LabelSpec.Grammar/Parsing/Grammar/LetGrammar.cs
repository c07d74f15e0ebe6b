using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary><c>let</c> declarations.</summary>
static class LetGrammar
{
    static readonly Parser<IReadOnlyList<Name>?> Parameters = (
        from open in Symbol(TokenKind.OpenParen)
        from names in BareName("a parameter")
            .OrMissingName("Name the parameter, as in `let tiny(a) = …`.", "a parameter")
            .SeparatedBy(TokenKind.Comma)
        from close in OperandGrammar.CloseParen
        select names
    ).OrNull();

    public static readonly Parser<Declaration> Let = (
        from _ in Word(Keyword.Let)
        from name in Name("a name").OrMissingName("Name the constant or predicate, as in `let tiny(a) = …`.")
        from parameters in Parameters
        from assign in RequiredSymbol(TokenKind.Equals)
        from value in ExpressionGrammar.Required
        select Make(at => new LetDeclaration(at, name, parameters, value))
    ).Located();
}
