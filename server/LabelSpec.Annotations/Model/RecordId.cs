namespace LabelSpec.Annotations.Model;

/// <summary>
/// An id as a file gives it: a 64-bit integer, or a text that <see cref="IdTexts"/> keeps. Texts that are integers
/// (<c>"17"</c>) are that integer, so that mixed spellings still refer to one another.
/// </summary>
public readonly record struct RecordId(long Value)
{
    // Texts take the far negative end, which no annotation tool counts down to.
    const long FirstText = long.MinValue + 1;
    const long LastText = FirstText + int.MaxValue;

    public static RecordId None => new(long.MinValue);

    public bool IsNone => Value == long.MinValue;

    public bool IsText => Value is >= FirstText and <= LastText;

    internal int TextIndex => (int)(Value - FirstText);

    internal static RecordId OfText(int index) => new(FirstText + index);

    /// <summary>True for integers that the encoding has room for.</summary>
    internal static bool CanHold(long value) => value > LastText;
}
