// The syntax and the model share many words. Here, as in the compiler, a bare word is that of the model.
global using BoolType = LabelSpec.Semantics.Types.BoolType;
global using ClassSet = LabelSpec.Semantics.Symbols.Classes.ClassSet;
global using EnumType = LabelSpec.Semantics.Types.EnumType;
global using NumberType = LabelSpec.Semantics.Types.NumberType;
global using SetType = LabelSpec.Semantics.Types.SetType;
global using TextType = LabelSpec.Semantics.Types.TextType;
