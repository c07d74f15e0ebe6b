namespace LabelSpec.Quality.Comparison;

/// <summary>What scores are made of.</summary>
/// <param name="Valid">Pairs with equal labels.</param>
/// <param name="Missing">Annotations of the ground truth without a partner.</param>
/// <param name="Extra">Annotations of the work without a partner.</param>
/// <param name="Total">Pairs, missing and extra together: a pair with different labels counts once.</param>
public readonly record struct Counts(long Valid, long Missing, long Extra, long Total)
{
    /// <summary>Annotations of the work.</summary>
    public long Work { get; init; } = Total - Missing;

    /// <summary>Annotations of the ground truth.</summary>
    public long Truth { get; init; } = Total - Extra;

    public static Counts operator +(Counts a, Counts b) =>
        new(a.Valid + b.Valid, a.Missing + b.Missing, a.Extra + b.Extra, a.Total + b.Total)
        {
            Work = a.Work + b.Work,
            Truth = a.Truth + b.Truth,
        };

    /// <summary>Every count times a weight, rounded up.</summary>
    public Counts Times(double weight)
    {
        return new(Up(Valid), Up(Missing), Up(Extra), Up(Total)) { Work = Up(Work), Truth = Up(Truth) };

        long Up(long count) => (long)Math.Ceiling(count * weight);
    }

    /// <summary>Counts sides that say "nothing here" as one annotation each.</summary>
    public Counts With(EmptySides empty) =>
        empty == EmptySides.None
            ? this
            : new(Valid + (empty == EmptySides.Both ? 1 : 0), Missing, Extra, Total + 1)
            {
                Work = Work + (empty.HasFlag(EmptySides.Work) ? 1 : 0),
                Truth = Truth + (empty.HasFlag(EmptySides.Truth) ? 1 : 0),
            };

    public static Counts Of(IEnumerable<Outcome> outcomes)
    {
        long valid = 0,
            missing = 0,
            extra = 0,
            total = 0;
        foreach (var outcome in outcomes)
        {
            total++;
            if (outcome.IsValid)
                valid++;
            else if (outcome.Work < 0)
                missing++;
            else if (outcome.Truth < 0)
                extra++;
        }

        return new(valid, missing, extra, total);
    }
}
