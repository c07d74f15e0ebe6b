using CsCheck;
using LabelSpec.Quality.Agreement.Coefficients;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Agreement;

/// <summary>On random tables with missing answers, the coefficients are what their definitions say, taken word by word.</summary>
public class DefinitionTests
{
    static readonly Gen<RatingTable> Tables =
        from raters in Gen.Int[2, 4]
        from codes in Gen.Int[-1, 3].Array[raters, raters * 12]
        select new RatingTable(codes[..(codes.Length / raters * raters)], raters, [1, 2, 4, 7]);

    static readonly Gen<RatingTable> Pairs =
        from codes in Gen.Int[-1, 3].Array[2, 40]
        select RatingTable.Nominal(codes[..(codes.Length / 2 * 2)], 2, 4);

    [Theory]
    [InlineData(MeasurementLevel.Nominal)]
    [InlineData(MeasurementLevel.Ordinal)]
    [InlineData(MeasurementLevel.Interval)]
    [InlineData(MeasurementLevel.Ratio)]
    public void Alpha_is_one_minus_observed_over_expected_disagreement(MeasurementLevel level) =>
        Tables.Holds(table => Same(AlphaByDefinition(table, level), KrippendorffAlpha.Of(table, level)));

    [Theory]
    [InlineData(KappaWeights.None)]
    [InlineData(KappaWeights.Linear)]
    [InlineData(KappaWeights.Quadratic)]
    public void Kappa_is_one_minus_observed_over_expected_weights(KappaWeights weights) =>
        Pairs.Holds(table => Same(KappaByDefinition(table, weights), CohenKappa.Of(table, weights)));

    [Theory]
    [InlineData(KappaWeights.None)]
    [InlineData(KappaWeights.Linear)]
    [InlineData(KappaWeights.Quadratic)]
    public void Gwet_compares_with_the_chance_of_a_random_answer(KappaWeights weights) =>
        Tables.Holds(table => Same(GwetByDefinition(table, weights), GwetAgreement.Of(table, weights)));

    [Fact]
    public void Fleiss_compares_with_the_chance_of_two_answers_of_the_whole() =>
        Gen.Select(Gen.Int[2, 4], Gen.Int[1, 10])
            .SelectMany(size => Gen.Int[0, 3].Array[size.Item1 * size.Item2].Select(codes => (codes, size.Item1)))
            .Holds(data =>
            {
                var (codes, raters) = data;
                // P of two answers of one item to be equal, against that of any two answers, drawn with replacement.
                double same = 0,
                    chance = 0;
                var pairs = 0;
                for (var i = 0; i < codes.Length; i++)
                for (var j = 0; j < codes.Length; j++)
                {
                    chance += codes[i] == codes[j] ? 1 : 0;
                    if (i == j || i / raters != j / raters)
                        continue;
                    pairs++;
                    same += codes[i] == codes[j] ? 1 : 0;
                }

                same /= pairs;
                chance /= codes.Length * (double)codes.Length;
                var table = RatingTable.Nominal(codes, raters, 4);
                Same(chance >= 1 ? double.NaN : (same - chance) / (1 - chance), FleissKappa.Of(table));
                Assert.Equal(same, PercentAgreement.Of(table).Value, 1e-12);
            });

    [Fact]
    public void Shards_of_a_table_give_the_alpha_of_the_whole() =>
        Gen.Select(Tables, Gen.Int[0, 12])
            .Holds(
                (table, cut) =>
                {
                    Coincidences whole = Coincidences.Of(table),
                        merged = new();
                    Coincidences first = new(),
                        second = new();
                    for (var item = 0; item < table.Items; item++)
                        (item < cut ? first : second).Add(table.ItemAt(item));
                    merged.Add(second);
                    merged.Add(first);

                    var expected = KrippendorffAlpha.Of(whole, table.Values, MeasurementLevel.Ordinal);
                    var actual = KrippendorffAlpha.Of(merged, table.Values, MeasurementLevel.Ordinal);

                    // Bit for bit, and NaN equals NaN here.
                    Assert.Equal(expected, actual);
                }
            );

    [Theory]
    [InlineData("1 1 1 1", "1 1 1 1")]
    [InlineData("1 2 . .", ". . 1 2")]
    public void What_chance_explains_entirely_is_degenerate_and_no_number(string first, string second)
    {
        var table = PublishedExampleTests.Table(first, second);

        foreach (
            var coefficient in new[]
            {
                KrippendorffAlpha.Of(table),
                CohenKappa.Of(table),
                FleissKappa.Of(table),
                GwetAgreement.Of(table),
            }
        )
        {
            Assert.True(double.IsNaN(coefficient.Value));
            Assert.NotNull(coefficient.Undefined);
        }
    }

    [Fact]
    public void The_interval_of_one_data_set_is_always_the_same_and_holds_its_alpha()
    {
        var random = new Random(5);
        List<Coincidences> images = [];
        var all = new Coincidences();
        for (var image = 0; image < 60; image++)
        {
            var of = new Coincidences();
            for (var unit = 0; unit < 4; unit++)
            {
                var truth = random.Next(3);
                of.Add([truth, random.Next(5) == 0 ? random.Next(3) : truth, random.Next(5) == 0 ? 1 : truth]);
            }

            images.Add(of);
            all.Add(of);
        }

        var first = AlphaBootstrap.Of(images, [0, 1, 2], MeasurementLevel.Nominal, 500, .95);
        var alpha = KrippendorffAlpha.Of(all, [0, 1, 2], MeasurementLevel.Nominal).Value;

        Assert.Equal(first, AlphaBootstrap.Of(images, [0, 1, 2], MeasurementLevel.Nominal, 500, .95));
        Assert.InRange(alpha, first.Low, first.High);
        Assert.InRange(first.High - first.Low, .02, .3);
    }

    static void Same(double expected, Coefficient actual)
    {
        if (double.IsNaN(expected))
            Assert.False(actual.IsDefined, $"{actual}");
        else
            Assert.True(Math.Abs(expected - actual.Value) < 1e-9, $"expected {expected}, got {actual}");
    }

    // Over all pairs of values in all units, each weighted by 1 / (answers of its unit - 1), against all pairs of values of
    // the data whatever their unit.
    static double AlphaByDefinition(RatingTable table, MeasurementLevel level)
    {
        List<int[]> units =
        [
            .. Enumerable
                .Range(0, table.Items)
                .Select(item => table.ItemAt(item).ToArray().Where(code => code >= 0).ToArray())
                .Where(unit => unit.Length > 1),
        ];
        int[] all = [.. units.SelectMany(unit => unit)];
        if (all.Distinct().Count() < 2)
            return double.NaN;
        double observed = 0,
            expected = 0;
        foreach (var unit in units)
            for (var i = 0; i < unit.Length; i++)
            for (var j = 0; j < unit.Length; j++)
                if (i != j)
                    observed += Distance(unit[i], unit[j]) / (unit.Length - 1) / all.Length;
        for (var i = 0; i < all.Length; i++)
        for (var j = 0; j < all.Length; j++)
            if (i != j)
                expected += Distance(all[i], all[j]) / ((double)all.Length * (all.Length - 1));
        return 1 - observed / expected;

        double Distance(int a, int b)
        {
            if (a == b)
                return 0;
            double x = table.Values[a],
                y = table.Values[b];
            var d = level switch
            {
                MeasurementLevel.Nominal => 1,
                MeasurementLevel.Interval => x - y,
                MeasurementLevel.Ratio => (x - y) / (x + y),
                _ => all.Count(code => code >= Math.Min(a, b) && code <= Math.Max(a, b))
                    - (all.Count(code => code == a) + all.Count(code => code == b)) / 2.0,
            };
            return d * d;
        }
    }

    static double KappaByDefinition(RatingTable table, KappaWeights weights)
    {
        List<(int A, int B)> pairs =
        [
            .. Enumerable
                .Range(0, table.Items)
                .Select(item => (table.ItemAt(item)[0], table.ItemAt(item)[1]))
                .Where(pair => pair is (>= 0, >= 0)),
        ];
        var observed = pairs.Select(pair => Weight(pair.A, pair.B)).DefaultIfEmpty(double.NaN).Average();
        var expected = pairs
            .SelectMany(one => pairs.Select(other => Weight(one.A, other.B)))
            .DefaultIfEmpty(double.NaN)
            .Average();
        return expected == 0 ? double.NaN : 1 - observed / expected;

        double Weight(int a, int b) =>
            weights switch
            {
                KappaWeights.Linear => Math.Abs(a - b) / 3.0,
                KappaWeights.Quadratic => (a - b) * (a - b) / 9.0,
                _ => a == b ? 0 : 1,
            };
    }

    // Agreement of two answers weighs 1 − w; what chance makes of it is told by how even the answers are.
    static double GwetByDefinition(RatingTable table, KappaWeights weights)
    {
        List<int[]> items =
        [
            .. Enumerable
                .Range(0, table.Items)
                .Select(item => table.ItemAt(item).ToArray().Where(code => code >= 0).ToArray())
                .Where(item => item.Length > 0),
        ];
        var judgedTwice = items.Where(item => item.Length > 1).ToList();
        if (judgedTwice.Count == 0)
            return double.NaN;
        var observed = judgedTwice.Average(item =>
            item.SelectMany((a, i) => item.Where((_, j) => i != j).Select(b => Agreement(a, b))).Average()
        );
        double expected = 0,
            total = 0;
        for (var k = 0; k < table.Categories; k++)
        {
            var share = items.Average(item => item.Count(code => code == k) / (double)item.Length);
            expected += share * (1 - share);
            for (var l = 0; l < table.Categories; l++)
                total += Agreement(k, l);
        }

        expected *= total / (table.Categories * (table.Categories - 1.0));
        return expected >= 1 ? double.NaN : (observed - expected) / (1 - expected);

        double Agreement(int a, int b)
        {
            var distance = Math.Abs(a - b) / (table.Categories - 1.0);
            return weights switch
            {
                KappaWeights.Linear => 1 - distance,
                KappaWeights.Quadratic => 1 - distance * distance,
                _ => a == b ? 1 : 0,
            };
        }
    }
}
