using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary>What stands at the top of a file: <c>guideline</c> and <c>import</c>.</summary>
static class HeaderGrammar
{
    static readonly Parser<Member> Property = (
        from name in Name("a property such as `title`")
        from values in Quoted("a text in quotes").AtLeastOnce()
        select Make(at => new PropertyMember(at, name, [.. values]))
    ).Located();

    /// <summary>Any word with a text: the title, the owner, the language, or what else a project wants to say.</summary>
    static readonly MemberTable Properties = new("the guideline header", null, Property);

    public static readonly Parser<Declaration> Guideline = (
        from _ in Word(Keyword.Guideline)
        from name in Name("a name").OrMissingName("Name the guideline, as in `guideline urban_driving`.")
        from version in Quoted("a version in quotes").After(Word(Keyword.Version))
        from body in BlockParser.Optional(() => Properties)
        select Make(at => new GuidelineDeclaration(at, name, version, body))
    ).Located();

    public static readonly Parser<Declaration> Import = (
        from _ in Word(Keyword.Import)
        from path in Quoted("the path of a file in quotes")
        select Make(at => new ImportDeclaration(at, path))
    ).Located();
}
