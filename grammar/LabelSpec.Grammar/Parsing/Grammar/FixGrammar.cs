using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary><c>fix</c> members.</summary>
static class FixGrammar
{
    static readonly Parser<Fix> Set = (
        from _ in Word(Keyword.Set)
        from target in Defer(() => OperandGrammar.Postfix).Labelled("a variable").OrMissing()
        from assign in RequiredSymbol(TokenKind.Equals)
        from value in Defer(() => ExpressionGrammar.Required)
        select Make(at => new SetFix(at, target, value))
    ).Located();

    static readonly Parser<Fix> AnyFix = Set.Or(Action(Keyword.Remove, FixAction.Remove))
        .Or(Action(Keyword.Clip, FixAction.Clip))
        .Or(Action(Keyword.Merge, FixAction.Merge))
        .Or(Action(Keyword.Fill, FixAction.Fill));

    public static readonly Parser<Member> Fix = (
        from _ in Word(Keyword.Fix)
        from fix in AnyFix
        from title in Quoted("a title in quotes").OrNull()
        select Make(at => new FixMember(at, fix, title))
    ).Located();

    static Parser<Fix> Action(Keyword word, FixAction action) =>
        (
            from _ in Word(word)
            from targets in BareName("a variable")
                .OrMissingName("Name the annotation that is fixed.", "a variable")
                .SeparatedBy(TokenKind.Comma)
            select Make(at => new ActionFix(at, action, targets))
        ).Located();
}
