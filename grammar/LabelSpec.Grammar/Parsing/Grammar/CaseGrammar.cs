using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary><c>case</c> declarations: what only people can judge.</summary>
static class CaseGrammar
{
    public static readonly MemberTable Members = new(
        "a case",
        WordPosition.CaseMember,
        ProseGrammar.Prose,
        (Keyword.Include, ProseGrammar.Include),
        (Keyword.Exclude, ProseGrammar.Exclude),
        (Keyword.Example, ProseGrammar.Example),
        (Keyword.Counterexample, ProseGrammar.Counterexample),
        (Keyword.Since, ProseGrammar.Since),
        (Keyword.Ask, ProseGrammar.Ask)
    );

    public static readonly Parser<Declaration> Case = (
        from _ in Word(Keyword.Case)
        from name in Name("a name").OrMissingName("Name the case.")
        from since in Quoted("a version in quotes").After(Word(Keyword.Since))
        from body in BlockParser.Required(() => Members)
        select Make(at => new CaseDeclaration(at, name, since, body))
    ).Located();
}
