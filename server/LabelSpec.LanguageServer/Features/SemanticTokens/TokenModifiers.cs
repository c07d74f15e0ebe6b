namespace LabelSpec.LanguageServer.Features.SemanticTokens;

/// <summary>What else is to be said of a token; the order of the bits is the legend.</summary>
[Flags]
enum TokenModifiers
{
    None = 0,
    Declaration = 1,
    Abstract = 2,
    Deprecated = 4,
    Readonly = 8,
    DefaultLibrary = 16,
    Documentation = 32,
}
