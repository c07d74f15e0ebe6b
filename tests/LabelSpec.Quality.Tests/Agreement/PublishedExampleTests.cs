using LabelSpec.Quality.Agreement.Coefficients;

namespace LabelSpec.Quality.Tests.Agreement;

/// <summary>
/// Worked examples of the papers and handbooks that define the coefficients. Each was looked up again in a second place that
/// prints it, which its comment names.
/// </summary>
public class PublishedExampleTests
{
    // K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section D: four observers, twelve units. The same
    // data are "cac.raw4raters" of the R package irrCAC (its README) and the data of irr::kripp.alpha; six digits as printed
    // by tests of several implementations.
    static readonly RatingTable FourObservers = Table(
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 ."
    );

    [Theory]
    [InlineData(MeasurementLevel.Nominal, .743421)]
    [InlineData(MeasurementLevel.Ordinal, .815388)]
    [InlineData(MeasurementLevel.Interval, .849107)]
    [InlineData(MeasurementLevel.Ratio, .797403)]
    public void Krippendorff_gives_alpha_for_four_observers(MeasurementLevel level, double expected) =>
        Assert.Equal(expected, KrippendorffAlpha.Of(FourObservers, level).Value, .0000005);

    // The same paper, section A: Meg and Owen, binary data; alpha = 0.095.
    [Fact]
    public void Krippendorff_gives_alpha_for_two_observers_and_binary_data()
    {
        var table = Table("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0");

        Assert.Equal(.095, KrippendorffAlpha.Of(table).Value, .0005);
    }

    // Section B: Ben and Gerry, names a to e; alpha = 0.692.
    [Fact]
    public void Krippendorff_gives_alpha_for_two_observers_and_names()
    {
        var table = Table("1 1 2 2 4 3 3 3 5 4 4 1", "2 1 2 2 2 3 3 3 5 4 4 4");

        Assert.Equal(.692, KrippendorffAlpha.Of(table).Value, .0005);
    }

    // irrCAC, README and vignette "Calculating Chance-corrected Agreement Coefficients": gwet.ac1.raw, pa.coeff.raw and
    // krippen.alpha.raw of cac.raw4raters.
    [Fact]
    public void Gwet_gives_AC1_for_four_raters()
    {
        var ac1 = GwetAgreement.Of(FourObservers);

        Assert.Equal(.8181818, ac1.Observed, 1e-7);
        Assert.Equal(.1903212, ac1.Expected, 1e-7);
        Assert.Equal(.77544, ac1.Value, .000005);
        Assert.Equal(.8181818, PercentAgreement.Of(FourObservers).Value, 1e-7);
        Assert.Equal(.74342, KrippendorffAlpha.Of(FourObservers).Value, .000005);
    }

    // irrCAC, README: cont3x3abstractors; the weighted kappa of its vignette "Weighted Chance-corrected Agreement
    // Coefficients" (0.8921569 for quadratic weights).
    [Fact]
    public void Two_abstractors()
    {
        var table = FromCounts(
            new[,]
            {
                { 13, 0, 0 },
                { 0, 20, 7 },
                { 0, 4, 56 },
            }
        );

        Assert.Equal(.7964094, CohenKappa.Of(table).Value, 1e-7);
        Assert.Equal(.7962397, FleissKappa.Of(table).Value, 1e-7);
        Assert.Equal(.8493305, GwetAgreement.Of(table).Value, 1e-7);
        Assert.Equal(.7972585, KrippendorffAlpha.Of(table).Value, 1e-7);
        Assert.Equal(.89, PercentAgreement.Of(table).Value, 1e-12);
        Assert.Equal(.892157, CohenKappa.Of(table, KappaWeights.Quadratic).Value, .0000005);
    }

    // irrCAC, README: distrib.6raters, fifteen patients diagnosed by six psychiatrists each.
    [Fact]
    public void Six_psychiatrists()
    {
        var table = FromDistribution(
            6,
            [
                [0, 0, 0, 6, 0],
                [0, 3, 0, 0, 3],
                [0, 1, 4, 0, 1],
                [0, 0, 0, 0, 6],
                [0, 3, 0, 3, 0],
                [2, 0, 4, 0, 0],
                [0, 0, 4, 0, 2],
                [2, 0, 3, 1, 0],
                [2, 0, 0, 4, 0],
                [0, 0, 0, 0, 6],
                [1, 0, 0, 5, 0],
                [1, 1, 0, 4, 0],
                [0, 3, 3, 0, 0],
                [1, 0, 0, 5, 0],
                [0, 2, 0, 3, 1],
            ]
        );

        Assert.Equal(.4139265, FleissKappa.Of(table).Value, 1e-7);
        Assert.Equal(.4448007, GwetAgreement.Of(table).Value, 1e-7);
        Assert.Equal(.4204384, KrippendorffAlpha.Of(table).Value, 1e-7);
        Assert.Equal(.5511111, PercentAgreement.Of(table).Value, 1e-7);
    }

    // The diagnoses of J. L. Fleiss, B. Levin, M. C. Paik, "Statistical Methods for Rates and Proportions" (2003), table 18.1,
    // of which K. L. Gwet, "Handbook of Inter-Rater Reliability" (2014), gives all four: 0.89, 0.676471, 0.867570, 0.676900.
    [Fact]
    public void A_hundred_diagnoses_of_two_raters()
    {
        var table = FromCounts(
            new[,]
            {
                { 75, 1, 4 },
                { 5, 4, 1 },
                { 0, 0, 10 },
            }
        );

        Assert.Equal(.89, PercentAgreement.Of(table).Value, 1e-12);
        Assert.Equal(.676471, CohenKappa.Of(table).Value, .0000005);
        Assert.Equal(.867570, GwetAgreement.Of(table).Value, .0000005);
        Assert.Equal(.676900, KrippendorffAlpha.Of(table).Value, .0000005);
    }

    // K. L. Gwet, "Computing inter-rater reliability and its variance in the presence of high agreement" (2008): of raters who
    // nearly always say the same, kappa says that they do not agree.
    [Fact]
    public void Gwets_paradox_of_kappa()
    {
        var table = FromCounts(
            new[,]
            {
                { 118, 5 },
                { 2, 0 },
            }
        );

        Assert.Equal(.944, PercentAgreement.Of(table).Value, 1e-12);
        Assert.Equal(-.023392, CohenKappa.Of(table).Value, .0000005);
        Assert.Equal(.940776, GwetAgreement.Of(table).Value, .0000005);
        Assert.Equal(-.024691, KrippendorffAlpha.Of(table).Value, .0000005);
    }

    // R package vcd, SexualFun (A. Agresti, "Categorical Data Analysis"): 91 couples, four ranks.
    [Fact]
    public void Weighted_kappa_of_ninety_one_couples()
    {
        var table = FromCounts(
            new[,]
            {
                { 7, 7, 2, 3 },
                { 2, 8, 3, 7 },
                { 1, 5, 4, 9 },
                { 2, 8, 9, 14 },
            }
        );

        Assert.Equal(.129330, CohenKappa.Of(table).Value, .0000005);
        Assert.Equal(.237381, CohenKappa.Of(table, KappaWeights.Linear).Value, .0000005);
    }

    // M. J. Warrens' paradox of the quadratically weighted kappa, with Gwet's AC2 of the same table.
    [Fact]
    public void Quadratic_weights_make_nothing_of_some_agreement()
    {
        var table = FromCounts(
            new[,]
            {
                { 1, 15, 1 },
                { 3, 0, 3 },
                { 2, 3, 2 },
            }
        );

        Assert.Equal(0, CohenKappa.Of(table, KappaWeights.Quadratic).Value, 1e-12);
        Assert.Equal(.152276, GwetAgreement.Of(table, KappaWeights.Quadratic).Value, .0000005);
    }

    // J. Cohen's coefficient as Wikipedia's page "Cohen's kappa" works it: 0.40, and 0.1304 and 0.2593 of its second example.
    [Theory]
    [InlineData(20, 5, 10, 15, .4)]
    [InlineData(45, 15, 25, 15, .1304)]
    [InlineData(25, 35, 5, 35, .2593)]
    public void Kappa_of_fifty_proposals_and_of_a_hundred(int a, int b, int c, int d, double expected) =>
        Assert.Equal(
            expected,
            CohenKappa
                .Of(
                    FromCounts(
                        new[,]
                        {
                            { a, b },
                            { c, d },
                        }
                    )
                )
                .Value,
            .00005
        );

    // J. L. Fleiss, "Measuring nominal scale agreement among many raters" (1971), in the small form of Wikipedia's page
    // "Fleiss' kappa": 10 subjects, 14 raters, 5 categories; P = .378, P_e = .213, kappa = .210 (0.209930704...).
    [Fact]
    public void Fleiss_gives_kappa_of_fourteen_raters()
    {
        var kappa = FleissKappa.Of(
            FromDistribution(
                14,
                [
                    [0, 0, 0, 0, 14],
                    [0, 2, 6, 4, 2],
                    [0, 0, 3, 5, 6],
                    [0, 3, 9, 2, 0],
                    [2, 2, 8, 1, 1],
                    [7, 7, 0, 0, 0],
                    [3, 2, 6, 3, 0],
                    [2, 5, 3, 2, 2],
                    [6, 5, 2, 1, 0],
                    [0, 2, 2, 3, 7],
                ]
            )
        );

        Assert.Equal(.378, kappa.Observed, .0005);
        Assert.Equal(.213, kappa.Expected, .0005);
        Assert.Equal(.209931, kappa.Value, .0000005);
    }

    static RatingTable FromDistribution(int raters, int[][] counts) =>
        RatingTable.Nominal(
            [.. counts.SelectMany(row => row.SelectMany((count, code) => Enumerable.Repeat(code, count)))],
            raters,
            counts[0].Length
        );

    internal static RatingTable Table(params string[] raters)
    {
        var rows = raters.Select(rater => rater.Split(' ')).ToArray();
        var values = rows.SelectMany(row => row).Where(cell => cell != ".").Select(double.Parse).Distinct().Order();
        List<double> scale = [.. values];
        return new(
            [
                .. Enumerable
                    .Range(0, rows[0].Length)
                    .SelectMany(item =>
                        rows.Select(row =>
                            row[item] == "." ? RatingTable.Missing : scale.IndexOf(double.Parse(row[item]))
                        )
                    ),
            ],
            raters.Length,
            [.. scale]
        );
    }

    static RatingTable FromCounts(int[,] counts)
    {
        List<int> codes = [];
        for (var a = 0; a < counts.GetLength(0); a++)
        for (var b = 0; b < counts.GetLength(1); b++)
        for (var n = 0; n < counts[a, b]; n++)
            codes.AddRange([a, b]);
        return RatingTable.Nominal([.. codes], 2, counts.GetLength(0));
    }
}
