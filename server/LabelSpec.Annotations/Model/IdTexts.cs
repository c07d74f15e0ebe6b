namespace LabelSpec.Annotations.Model;

/// <summary>The ids of a data set that are texts.</summary>
public sealed class IdTexts
{
    readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);
    readonly List<string> texts = [];

    /// <summary>The id as the file shows it; empty where there is none.</summary>
    public string Show(RecordId id) =>
        id.IsNone ? ""
        : id.IsText ? texts[id.TextIndex]
        : id.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);

    internal RecordId Intern(string text)
    {
        if (!indexes.TryGetValue(text, out var index))
        {
            index = texts.Count;
            indexes.Add(text, index);
            texts.Add(text);
        }
        return RecordId.OfText(index);
    }

    /// <summary>The same id in the numbering of this table.</summary>
    internal RecordId Adopt(RecordId id, IdTexts from) => id.IsText ? Intern(from.texts[id.TextIndex]) : id;

    /// <summary>For each text its number in another table, −1 where it has none; null where both tables are the same.</summary>
    internal int[]? TranslatedTo(IdTexts other)
    {
        if (texts.SequenceEqual(other.texts))
            return null;
        var numbers = new int[texts.Count];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = other.indexes.GetValueOrDefault(texts[i], -1);
        return numbers;
    }

    internal bool IsEmpty => texts.Count == 0;
}
