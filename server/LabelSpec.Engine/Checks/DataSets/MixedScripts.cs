using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Violations;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Checks.DataSets;

/// <summary>
/// A word of a category name mixes Latin letters with Cyrillic or Greek ones, many of which look the same (Unicode
/// Technical Standard 39, section 5, mixed-script confusables).
/// </summary>
sealed class MixedScripts(CheckContext context) : CategoryCheck(Info, context)
{
    public static new CheckInfo Info { get; } =
        new("LS5009", "mixed_scripts", "Category name mixes alphabets", Severity.Warning);

    protected override void Judge(int index, CategoryDeclaration declaration, CheckReport report)
    {
        if (FirstForeign(declaration.Name ?? "") is { } at)
            report.Violated(OfCategory(index) with { Detail = at });
    }

    public override Explanation Explain(in Violation violation)
    {
        var name = Data.Categories.Declarations[violation.Subject].Name ?? "";
        Rune.TryGetRuneAt(name, violation.Detail, out var letter);
        var code = $"U+{letter.Value:X4}";
        return new(
            $"Character {violation.Detail + 1} of the category name \"{name}\" ({code}) is {AlphabetOf(letter)}, between "
                + "letters of another alphabet that look alike."
        )
        {
            Field = new Field(FieldKind.Name),
            Values = [new DecidingValue("character", code)],
        };
    }

    // The first letter of a word that is not of the alphabet of the word's first letter.
    static int? FirstForeign(string name)
    {
        string? alphabet = null;
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsLetter(name[i]))
                alphabet = null;
            else if (AlphabetOf(new Rune(name[i] is >= '\uD800' and <= '\uDFFF' ? '?' : name[i])) is { } own)
            {
                if (alphabet is not null && alphabet != own)
                    return i;
                alphabet = own;
            }
        }

        return null;
    }

    static string? AlphabetOf(Rune letter) =>
        letter.Value switch
        {
            (>= 'A' and <= 'Z') or (>= 'a' and <= 'z') or (>= 0xC0 and <= 0x24F) => "Latin",
            >= 0x370 and <= 0x3FF => "Greek",
            >= 0x400 and <= 0x52F => "Cyrillic",
            _ => null,
        };
}
