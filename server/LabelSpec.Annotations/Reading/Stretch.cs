namespace LabelSpec.Annotations.Reading;

/// <summary>What was read of a part of a text that nothing outside of it had a say in.</summary>
/// <param name="First">Where it began in the text that it was read from.</param>
/// <param name="Last">Where it ended there: at the first byte of what comes behind it.</param>
/// <param name="Content">What came out; never changed any more.</param>
/// <param name="Moved">How many bytes further on it stands now.</param>
sealed record Stretch<T>(long First, long Last, T Content, long Moved = 0)
{
    public long Start => First + Moved;

    public long End => Last + Moved;
}
