namespace LabelSpec.Annotations.Model.Changes;

/// <summary>Compares the attributes of rows. Codes count values in the order of their first use, so they are translated.</summary>
sealed class AttributeComparison
{
    readonly AttributeTable before;
    readonly AttributeTable after;
    readonly int[]?[] codes;

    AttributeComparison(AttributeTable before, AttributeTable after)
    {
        this.before = before;
        this.after = after;
        codes = new int[before.Columns.Length][];
        for (var i = 0; i < codes.Length; i++)
            if (!before.Columns[i].Pool.SequenceEqual(after.Columns[i].Pool))
                codes[i] = Translate(before.Columns[i], after.Columns[i]);
    }

    /// <summary>Null where not the same attributes occur, in the same order.</summary>
    public static AttributeComparison? Of(AttributeTable before, AttributeTable after) =>
        before.Columns.Select(column => column.Name).SequenceEqual(after.Columns.Select(column => column.Name))
            ? new AttributeComparison(before, after)
            : null;

    public bool AreSame(int old, int now, int count)
    {
        for (var i = 0; i < codes.Length; i++)
        {
            if (!AreSame(before.Columns[i], old, after.Columns[i], now, count, codes[i]))
                return false;
        }

        return true;
    }

    static bool AreSame(AttributeColumn before, int old, AttributeColumn after, int now, int count, int[]? translated)
    {
        if (before.IsDense && after.IsDense)
        {
            var then = before.CodesOf(old, count);
            var today = after.CodesOf(now, count);
            return translated is null ? then.SequenceEqual(today) : AreSame(then, today, translated);
        }

        return before
            .EntriesOf(old, count)
            .Select(entry => translated is null ? entry : entry with { Code = translated[entry.Code] })
            .SequenceEqual(after.EntriesOf(now, count));
    }

    static bool AreSame(ReadOnlySpan<int> before, ReadOnlySpan<int> now, int[] translated)
    {
        for (var i = 0; i < before.Length; i++)
            if ((before[i] < 0 ? before[i] : translated[before[i]]) != now[i])
                return false;
        return true;
    }

    // A value that does not occur any more is no code that a row has.
    static int[] Translate(AttributeColumn before, AttributeColumn after)
    {
        var known = new Dictionary<AttributeValue, int>();
        for (var code = 0; code < after.Pool.Length; code++)
            known[after.Pool[code]] = code;
        var translated = new int[before.Pool.Length];
        for (var code = 0; code < translated.Length; code++)
            translated[code] = known.GetValueOrDefault(before.Pool[code], int.MaxValue);
        return translated;
    }
}
