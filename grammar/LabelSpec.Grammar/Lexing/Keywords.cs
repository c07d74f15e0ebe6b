using System.Collections.Frozen;
using System.Text;

namespace LabelSpec.Grammar.Lexing;

/// <summary>How keywords are spelt.</summary>
public static class Keywords
{
    static readonly string[] Spellings = [.. Enum.GetNames<Keyword>().Select(SnakeCase)];

    static readonly FrozenDictionary<string, Keyword>.AlternateLookup<ReadOnlySpan<char>> BySpelling =
        Enum.GetValues<Keyword>()
            .Where(k => k != Keyword.NoKeyword)
            .ToFrozenDictionary(k => Spellings[(int)k], StringComparer.Ordinal)
            .GetAlternateLookup<ReadOnlySpan<char>>();

    public static string TextOf(Keyword keyword) => Spellings[(int)keyword];

    /// <summary><see cref="Keyword.NoKeyword"/> for a word that is no keyword anywhere.</summary>
    public static Keyword Find(ReadOnlySpan<char> word) =>
        BySpelling.TryGetValue(word, out var found) ? found : Keyword.NoKeyword;

    static string SnakeCase(string name)
    {
        var result = new StringBuilder(name.Length + 2);
        foreach (var letter in name)
        {
            if (char.IsUpper(letter) && result.Length > 0)
                result.Append('_');
            result.Append(char.ToLowerInvariant(letter));
        }

        return result.ToString();
    }
}
