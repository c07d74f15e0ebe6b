using LabelSpec.Quality.Agreement.Coefficients;

namespace LabelSpec.Quality.Tests.Agreement;

/// <summary>Worked examples of the papers and handbooks that define the coefficients.</summary>
public class PublishedExampleTests
{
    // K. Krippendorff, "Computing Krippendorff's Alpha-Reliability" (2011), section D: four observers, twelve units. The same
    // data are "cac.raw4raters" of the R package irrCAC.
    static readonly RatingTable FourObservers = Table(
        "1 2 3 3 2 1 4 1 2 . . .",
        "1 2 3 3 2 2 4 1 2 5 . 3",
        ". 3 3 3 2 3 4 2 2 5 1 .",
        "1 2 3 3 2 4 4 1 2 5 1 ."
    );

    [Theory]
    [InlineData(MeasurementLevel.Nominal, .743)]
    [InlineData(MeasurementLevel.Ordinal, .815)]
    [InlineData(MeasurementLevel.Interval, .849)]
    [InlineData(MeasurementLevel.Ratio, .797)]
    public void Krippendorff_gives_alpha_for_four_observers(MeasurementLevel level, double expected) =>
        Assert.Equal(expected, KrippendorffAlpha.Of(FourObservers, level).Value, .0005);

    // The same paper, section A: two observers, binary data.
    [Fact]
    public void Krippendorff_gives_alpha_for_two_observers_and_binary_data()
    {
        var table = Table("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0");

        Assert.Equal(.095, KrippendorffAlpha.Of(table).Value, .0005);
    }

    // Section B: two observers, names a to e.
    [Fact]
    public void Krippendorff_gives_alpha_for_two_observers_and_names()
    {
        var table = Table("1 1 2 2 4 3 3 3 5 4 4 1", "2 1 2 2 2 3 3 3 5 4 4 4");

        Assert.Equal(.692, KrippendorffAlpha.Of(table).Value, .0005);
    }

    // irrCAC, vignette "Calculating Chance-corrected Agreement Coefficients": gwet.ac1.raw(cac.raw4raters).
    [Fact]
    public void Gwet_gives_AC1_for_four_raters()
    {
        var ac1 = GwetAgreement.Of(FourObservers);

        Assert.Equal(.8181818, ac1.Observed, 1e-7);
        Assert.Equal(.1903212, ac1.Expected, 1e-7);
        Assert.Equal(.77544, ac1.Value, .000005);
    }

    // J. L. Fleiss, B. Levin, M. C. Paik, "Statistical Methods for Rates and Proportions", 3rd edition (2003), table 18.1:
    // diagnoses of 100 subjects by two raters; p_o = .89, p_e = .66, kappa = .68.
    [Fact]
    public void Fleiss_Levin_and_Paik_give_kappa_of_two_raters()
    {
        var kappa = CohenKappa.Of(
            FromCounts(
                new[,]
                {
                    { 75, 1, 4 },
                    { 5, 4, 1 },
                    { 0, 0, 10 },
                }
            )
        );

        Assert.Equal(.89, kappa.Observed, 12);
        Assert.Equal(.66, kappa.Expected, 12);
        Assert.Equal(.68, kappa.Value, .005);
    }

    // J. L. Fleiss, "Measuring nominal scale agreement among many raters" (1971), in the small form of Wikipedia's page
    // "Fleiss' kappa": 10 subjects, 14 raters, 5 categories; P = .378, P_e = .213, kappa = .210.
    [Fact]
    public void Fleiss_gives_kappa_of_fourteen_raters()
    {
        int[][] counts =
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
        ];
        var table = RatingTable.Nominal(
            [.. counts.SelectMany(row => row.SelectMany((count, code) => Enumerable.Repeat(code, count)))],
            14,
            5
        );

        var kappa = FleissKappa.Of(table);

        Assert.Equal(.378, kappa.Observed, .0005);
        Assert.Equal(.213, kappa.Expected, .0005);
        Assert.Equal(.210, kappa.Value, .0005);
    }

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
