namespace LabelSpec.Annotations.Model.Changes;

/// <summary>Compares ids. Those that are texts are numbered in the order of their first use, so they are translated.</summary>
sealed class IdComparison(IdTexts before, IdTexts after)
{
    readonly int[]? translated = before.TranslatedTo(after);

    public bool AreSame(RecordId old, RecordId now) =>
        translated is null || !old.IsText ? old == now : now.IsText && translated[old.TextIndex] == now.TextIndex;

    public bool AreSame(ReadOnlySpan<RecordId> old, ReadOnlySpan<RecordId> now)
    {
        if (translated is null)
            return old.SequenceEqual(now);
        for (var i = 0; i < old.Length; i++)
            if (!AreSame(old[i], now[i]))
                return false;
        return true;
    }
}
