namespace LabelSpec.Engine.Rules.Values;

/// <summary>What a condition may come to when only a part of it is known: all values from the lowest to the highest.</summary>
readonly record struct TruthRange(Truth Low, Truth High)
{
    public static readonly TruthRange Open = new(Truth.False, Truth.True);

    public bool IsCertain => Low == High;

    public static TruthRange Of(Truth value) => new(value, value);

    public TruthRange Not() => new(Kleene.Not(High), Kleene.Not(Low));

    public TruthRange And(TruthRange other) => new(Kleene.And(Low, other.Low), Kleene.And(High, other.High));

    public TruthRange Or(TruthRange other) => new(Kleene.Or(Low, other.Low), Kleene.Or(High, other.High));

    public TruthRange Iff(TruthRange other)
    {
        if (IsCertain && other.IsCertain)
            return Of(Kleene.Iff(Low, other.Low));
        return this == Of(Truth.Unknown) || other == Of(Truth.Unknown) ? Of(Truth.Unknown) : Open;
    }
}
