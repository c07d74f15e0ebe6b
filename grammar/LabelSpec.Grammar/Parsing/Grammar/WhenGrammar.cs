using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary><c>when EXPR { rules }</c>.</summary>
static class WhenGrammar
{
    static readonly Parser<Declaration> Nested = Combinators.Nested(() => When!);

    /// <summary>What may stand in the block.</summary>
    static readonly Parser<Declaration> Item = Choose(
        (input => input.Is(Keyword.When), Nested),
        (_ => true, Defer(() => RuleGrammar.Rule))
    );

    public static readonly Parser<Declaration> When = (
        from _ in Word(Keyword.When)
        from condition in Defer(() => ExpressionGrammar.Required)
        from rules in DeclarationBlock.Of(Item)
        select Make(at => new WhenDeclaration(at, condition, rules))
    ).Located();
}
