using System.Collections.Immutable;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.Quality.Agreement.Report;
using LabelSpec.Quality.Consensus.Labels;

namespace LabelSpec.Quality.Agreement;

/// <summary>
/// Agreement on a table of labels. Labels are names, numbers too, unless the settings say what the column of labels is.
/// </summary>
/// <param name="Agreement">The coefficients; the interval of α is over items.</param>
/// <param name="Outside">Labels without a place on the scale that was asked for; they count as none.</param>
public sealed record LabelTableAgreement(TableAgreement Agreement, ImmutableArray<string> Outside)
{
    public static LabelTableAgreement Of(LabelTable table, AgreementSettings settings)
    {
        var scale = MeasurementScale.Of(table.Question, table.Labels, settings, MeasurementLevel.Nominal);
        int[] codes = [.. table.Labels.Select(scale.CodeOf)];
        var ratings = RatingsOf(table, codes, scale);
        List<Coincidences> items = [];
        for (var item = 0; item < ratings.Items; item++)
        {
            var of = new Coincidences();
            of.Add(ratings.ItemAt(item));
            if (of.Units > 0)
                items.Add(of);
        }

        return new(
            TableAgreement.Of(ratings, scale.Level, items, settings, () => PairsIn(table, codes, scale)),
            scale.Outside
        );
    }

    // Who gave which answer is lost, so that a thousand annotators with ten answers to each item make ten columns: all
    // coefficients but Cohen's look only at how often each label was given.
    static RatingTable RatingsOf(LabelTable table, int[] codes, MeasurementScale scale)
    {
        var answers = table.Items.Select(_ => new List<int>()).ToArray();
        foreach (var vote in table.Votes.Votes)
            answers[vote.Item].Add(codes[vote.Label]);
        var columns = Math.Max(1, answers.Max(of => of.Count));
        var cells = new int[answers.Length * columns];
        Array.Fill(cells, RatingTable.Missing);
        for (var item = 0; item < answers.Length; item++)
            answers[item].CopyTo(cells, item * columns);
        return new(cells, columns, scale.Values);
    }

    // Who answers an item twice is taken at their first word.
    static IEnumerable<RatingTable> PairsIn(LabelTable table, int[] codes, MeasurementScale scale)
    {
        var answers = table.Items.Select(_ => new SortedDictionary<int, int>()).ToArray();
        foreach (var vote in table.Votes.Votes)
            answers[vote.Item].TryAdd(vote.Worker, codes[vote.Label]);
        SortedDictionary<(int, int), List<int>> pairs = [];
        foreach (var item in answers)
        {
            KeyValuePair<int, int>[] given = [.. item];
            for (var a = 0; a < given.Length; a++)
            for (var b = a + 1; b < given.Length; b++)
            {
                if (!pairs.TryGetValue((given[a].Key, given[b].Key), out var of))
                    pairs.Add((given[a].Key, given[b].Key), of = []);
                of.Add(given[a].Value);
                of.Add(given[b].Value);
            }
        }

        return pairs.Values.Select(pair => new RatingTable([.. pair], 2, scale.Values));
    }
}
