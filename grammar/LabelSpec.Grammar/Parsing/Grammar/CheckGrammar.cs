using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary><c>check</c> declarations, which tune the built-in checks.</summary>
static class CheckGrammar
{
    static readonly Parser<Member> Scope = (
        from _ in Word(Keyword.For)
        from classes in Defer(() => BinderGrammar.RequiredClasses)
        select Make(at => new CheckScopeMember(at, classes))
    ).Located();

    static readonly Parser<Member> Setting = (
        from name in BareName("a setting such as `tolerance`")
        from value in Defer(() => ExpressionGrammar.Required)
        select Make(at => new SettingMember(at, name, value))
    ).Located();

    public static readonly MemberTable Members = new(
        "a check",
        WordPosition.CheckMember,
        Setting,
        (Keyword.For, Scope)
    );

    public static readonly Parser<Declaration> Check = (
        from _ in Word(Keyword.Check)
        from name in Name("a check").OrMissingName("Say which check is meant, by its code or name.", "a check")
        from severity in SeverityGrammar.Severity
        from body in BlockParser.Optional(() => Members)
        select Make(at => new CheckDeclaration(at, name, severity, body))
    ).Located();
}
