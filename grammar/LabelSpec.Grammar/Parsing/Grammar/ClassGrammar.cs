using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary><c>class</c> declarations and their simple members; limits are in <see cref="LimitGrammar"/>.</summary>
static class ClassGrammar
{
    static readonly Parser<Member> Shape = (
        from _ in Word(Keyword.Shape)
        from choices in Defer(() => ShapeGrammar.Choice).SeparatedBy(TokenKind.Bar)
        select Make(at => new ShapeMember(at, choices))
    ).Located();

    static readonly Parser<Member> Id = (
        from _ in Word(Keyword.Id)
        from value in UnsignedNumber("a whole number")
        select Make(at => new IdMember(at, value))
    ).Located();

    static readonly Parser<Member> ColorOf = (
        from _ in Word(Keyword.Color)
        from color in Color
        select Make(at => new ColorMember(at, color))
    ).Located();

    static readonly Parser<Member> Hotkey = (
        from _ in Word(Keyword.Hotkey)
        from key in Quoted("a key in quotes")
        select Make(at => new HotkeyMember(at, key))
    ).Located();

    static readonly Parser<IReadOnlyList<Token>> Modifiers = Word(Keyword.Abstract).Or(Word(Keyword.Ignore)).ListOf();

    static readonly Parser<IReadOnlyList<Name>?> Parents = Name("a class")
        .OrMissingName("Name the class that this one extends.", "a class")
        .SeparatedBy(TokenKind.Comma)
        .After(Word(Keyword.Extends));

    public static readonly MemberTable Members = new(
        "a class",
        WordPosition.ClassMember,
        null,
        [
            (Keyword.Shape, Shape),
            (Keyword.Part, Defer(() => LimitGrammar.Part)),
            (Keyword.Size, Defer(() => LimitGrammar.Size)),
            .. LimitGrammar.Quantities.Select(word => (word, Defer(() => LimitGrammar.Limit))),
            (Keyword.Id, Id),
            (Keyword.Alias, ProseGrammar.Alias),
            (Keyword.Replaces, ProseGrammar.Replaces),
            (Keyword.Deprecated, ProseGrammar.Deprecated),
            (Keyword.Color, ColorOf),
            (Keyword.Hotkey, Hotkey),
            (Keyword.Attribute, Defer(() => AttributeGrammar.Attribute)),
            (Keyword.Include, ProseGrammar.Include),
            (Keyword.Exclude, ProseGrammar.Exclude),
            (Keyword.Example, ProseGrammar.Example),
            (Keyword.Counterexample, ProseGrammar.Counterexample),
            (Keyword.Ask, ProseGrammar.Ask),
        ]
    );

    public static readonly Parser<Declaration> Class = (
        from modifiers in Modifiers
        from _ in Word(Keyword.Class)
        from name in Name("a name").OrMissingName("Name the class, as in `class car`.")
        from label in Quoted("the name in annotation files in quotes").OrNull()
        from parents in Parents
        from body in BlockParser.Optional(() => Members)
        select Make(at => new ClassDeclaration(
            at,
            modifiers.Any(m => m.Keyword == Keyword.Abstract),
            modifiers.Any(m => m.Keyword == Keyword.Ignore),
            name,
            label,
            parents ?? [],
            body
        ))
    ).Located();
}
