using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary><c>rule</c> declarations, and <c>when</c> around them.</summary>
static class RuleGrammar
{
    static readonly Parser<Expression> Expression = Defer(() => ExpressionGrammar.Required);

    static readonly Parser<Member> For = (
        from _ in Word(Keyword.For)
        from binder in Defer(() => BinderGrammar.Binder)
        from condition in Expression.After(Word(Keyword.Where))
        select Make(at => new ForMember(at, binder, condition))
    ).Located();

    static readonly Parser<Member> Require = (
        from _ in Word(Keyword.Require)
        from condition in Expression
        select Make(at => new RequireMember(at, condition))
    ).Located();

    static readonly Parser<Member> Forbid = (
        from _ in Word(Keyword.Forbid)
        from condition in Expression
        select Make(at => new ForbidMember(at, condition))
    ).Located();

    static readonly Parser<Member> Unless = (
        from _ in Word(Keyword.Unless)
        from condition in Expression
        from reason in Quoted("a reason in quotes").OrNull()
        select Make(at => new UnlessMember(at, condition, reason))
    ).Located();

    static readonly Parser<Member> Message = (
        from _ in Word(Keyword.Message)
        from template in MessageGrammar.Template
        select Make(at => new MessageMember(at, template))
    ).Located();

    public static readonly MemberTable Members = new(
        "a rule",
        WordPosition.RuleMember,
        null,
        (Keyword.For, For),
        (Keyword.Require, Require),
        (Keyword.Forbid, Forbid),
        (Keyword.Unless, Unless),
        (Keyword.Message, Message),
        (Keyword.Fix, Defer(() => FixGrammar.Fix)),
        (Keyword.Since, ProseGrammar.Since),
        (Keyword.Ask, ProseGrammar.Ask),
        (Keyword.Example, ProseGrammar.Example),
        (Keyword.Counterexample, ProseGrammar.Counterexample)
    );

    public static readonly Parser<Declaration> Rule = (
        from _ in Word(Keyword.Rule)
        from name in Name("a name").OrMissingName("Name the rule: reports and waivers speak of it by its name.")
        from severity in SeverityGrammar.Severity
        from body in BlockParser.Required(() => Members)
        select Make(at => new RuleDeclaration(at, name, severity, body))
    ).Located();
}
