using LabelSpec.Grammar.Syntax;
using LabelSpec.Semantics.Symbols.Classes;

namespace LabelSpec.Semantics.Binding;

/// <summary>A class while it is being bound.</summary>
internal sealed record ClassEntry(ClassSymbol Symbol, ClassDeclaration Syntax, BindingSite Site);
