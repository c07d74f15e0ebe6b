namespace LabelSpec.LanguageServer.Features.SemanticTokens;

/// <summary>What tokens are; the order is the legend, the names are the protocol's.</summary>
enum TokenClass
{
    Class,
    Property,
    EnumMember,
    Variable,
    Parameter,
    Function,
    Event,
    Struct,
    Namespace,
    Type,
    Modifier,
    Keyword,
    Comment,
    String,
    Number,
}
