using LabelSpec.Semantics.Symbols;

namespace LabelSpec.LanguageServer.Features.Symbols;

/// <summary>
/// A symbol, named by where it is declared: guidelines that share a file each have a symbol of their own for one
/// declaration in it, and so has each use of a `let` for its parameters.
/// </summary>
readonly record struct SymbolKey(string Path, int Start, string Name)
{
    public static SymbolKey Of(Symbol symbol) => new(symbol.NameSpan.File.Path, symbol.NameSpan.Start, symbol.Name);
}
