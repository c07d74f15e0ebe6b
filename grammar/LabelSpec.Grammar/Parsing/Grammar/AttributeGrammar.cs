using LabelSpec.Grammar.Facts;
using LabelSpec.Grammar.Lexing;
using LabelSpec.Grammar.Syntax;
using Sprache;
using static LabelSpec.Grammar.Parsing.Combinators;
using static LabelSpec.Grammar.Parsing.Terminals;

namespace LabelSpec.Grammar.Parsing;

/// <summary><c>attribute</c> members; their types are in <see cref="TypeGrammar"/>.</summary>
static class AttributeGrammar
{
    static readonly Parser<Expression> Expression = Defer(() => ExpressionGrammar.Required);

    public const string DefaultLabel = "a value of the attribute";

    /// <summary>A value, or several in parentheses for an attribute that is a set.</summary>
    public static readonly Parser<Expression> DefaultValue = Choose(
            (input => input.Is(TokenKind.OpenParen), Defer(() => ComparisonGrammar.Set)),
            (input => !input.Is(TokenKind.OpenParen), Defer(() => OperandGrammar.Signed))
        )
        .Labelled(DefaultLabel);

    static readonly Parser<AttributeModifier> Modifier = Choose(
        (
            input => input.Is(Keyword.Required) && input.Next().Is(Keyword.When),
            Conditional(Keyword.Required, AttributeModifierKind.RequiredWhen)
        ),
        (
            input => input.Is(Keyword.Required),
            from flag in Flag(Keyword.Required, AttributeModifierKind.Required)
            from when in Possible(Keyword.When)
            select flag
        ),
        (input => input.Is(Keyword.Only), Conditional(Keyword.Only, AttributeModifierKind.OnlyWhen)),
        (input => input.Is(Keyword.Constant), Flag(Keyword.Constant, AttributeModifierKind.Constant)),
        (input => input.Is(TokenKind.Equals), Default())
    );

    /// <summary>What the block of an attribute may say about it.</summary>
    public static readonly MemberTable Members = new(
        "an attribute",
        WordPosition.AttributeMember,
        null,
        (Keyword.Include, ProseGrammar.Include),
        (Keyword.Exclude, ProseGrammar.Exclude),
        (Keyword.Example, ProseGrammar.Example),
        (Keyword.Counterexample, ProseGrammar.Counterexample),
        (Keyword.Alias, ProseGrammar.Alias),
        (Keyword.Replaces, ProseGrammar.Replaces),
        (Keyword.Deprecated, ProseGrammar.Deprecated),
        (Keyword.Ask, ProseGrammar.Ask)
    );

    public static readonly Parser<Member> Attribute = (
        from _ in Word(Keyword.Attribute)
        from name in Name("a name").OrMissingName("Name the attribute, as in `attribute state: on | off`.")
        from label in Quoted("the name in annotation files in quotes").OrNull()
        from colon in RequiredSymbol(TokenKind.Colon)
        from type in Defer(() => TypeGrammar.Type)
        from modifiers in Modifier.ListOf()
        from body in BlockParser.OptionalInMember(() => Members)
        select Make(at => new AttributeMember(at, name, label, type, modifiers, body))
    ).Located();

    static Parser<AttributeModifier> Flag(Keyword word, AttributeModifierKind kind) =>
        Word(word).Select(_ => Make(at => new AttributeModifier(at, kind, null))).Located();

    static Parser<AttributeModifier> Conditional(Keyword word, AttributeModifierKind kind) =>
        (
            from _ in Word(word)
            from when in Word(Keyword.When)
            from condition in Expression
            select Make(at => new AttributeModifier(at, kind, condition))
        ).Located();

    static Parser<AttributeModifier> Default() =>
        (
            from _ in Symbol(TokenKind.Equals)
            from value in DefaultValue.OrMissing()
            select Make(at => new AttributeModifier(at, AttributeModifierKind.Default, value))
        ).Located();
}
