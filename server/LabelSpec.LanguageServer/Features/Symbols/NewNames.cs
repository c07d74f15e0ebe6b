using LabelSpec.Grammar.Facts;

namespace LabelSpec.LanguageServer.Features.Symbols;

/// <summary>Names of the language for what data files call something.</summary>
static class NewNames
{
    /// <summary>A new name for a label, with the label behind it where it is not the name.</summary>
    public static string AsDeclared(string label)
    {
        if (SyntaxFacts.IsPlainName(label))
            return label;
        var name = new string([.. label.Select(letter => char.IsLetterOrDigit(letter) ? letter : '_')]).Trim('_');
        if (name.Length == 0 || !SyntaxFacts.IsPlainName(name))
            name = SyntaxFacts.IsPlainName("_" + name) ? "_" + name : "name";
        return $"{name} \"{SyntaxFacts.Escape(label)}\"";
    }

    /// <summary>A value that is its own name, in quotes where it must be.</summary>
    public static string AsValue(string value) =>
        SyntaxFacts.IsPlainName(value) ? value : $"\"{SyntaxFacts.Escape(value)}\"";
}
