using System.Text.Json.Nodes;
using LabelSpec.Quality.Agreement;
using LabelSpec.Quality.Agreement.Report;
using LabelSpec.Quality.Consensus.Labels;

namespace LabelSpec.Quality.Tests.Agreement;

public class LabelTableAgreementTests
{
    static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "fixtures", "agreement");

    [Theory]
    [InlineData("full")]
    [InlineData("sparse")]
    public void Coefficients_are_those_of_other_tools(string name)
    {
        var expected = JsonNode.Parse(File.ReadAllText(Path.Combine(Folder, "reference.json")))![name]!;
        var table = Read(File.ReadAllText(Path.Combine(Folder, $"{name}.csv")));

        var names = Measure(table, new());
        var ranks = Measure(table, Named(ranks: ["0", "1", "2", "3"]));
        var numbers = Measure(table, Named(isInterval: true));

        Equal("alpha", names.Alpha.Value);
        Equal("alpha_interval", numbers.Alpha.Value);
        if (name == "sparse")
            return;
        Equal("cohen_kappa", names.Cohen.Value);
        Equal("weighted_kappa", ranks.WeightedCohen!.Value);
        Equal("fleiss_kappa", names.Fleiss.Value);

        void Equal(string coefficient, double value) => Assert.Equal((double)expected[coefficient]!, value, 1e-12);
    }

    [Fact]
    public void Numbers_are_names_unless_told()
    {
        var table = Read("anna,1,1\nben,1,9\nanna,2,2\nben,2,2\n");

        Assert.Null(Measure(table, new()).WeightedCohen);
        Assert.NotNull(Measure(table, Named(isInterval: true)).WeightedCohen);
    }

    // On a scale from low to high, "unknown" is nowhere, and least of all above high.
    [Fact]
    public void Answers_that_are_no_rank_are_no_answers()
    {
        const string known = "anna,1,low\nben,1,high\nanna,2,low\nben,2,low\nanna,3,high\nben,3,high\n";
        var settings = Named(ranks: ["low", "middle", "high"]);

        var without = LabelTableAgreement.Of(Read(known), settings);
        var with = LabelTableAgreement.Of(Read(known + "anna,4,unknown\nben,4,high\n"), settings);

        Assert.Empty(without.Outside);
        Assert.Equal(["unknown"], with.Outside.AsEnumerable());
        Assert.Equal(without.Agreement.Alpha.Value, with.Agreement.Alpha.Value, 1e-12);
        Assert.Equal(without.Agreement.WeightedCohen!.Value, with.Agreement.WeightedCohen!.Value, 1e-12);
    }

    [Theory]
    [InlineData("1,2,x", "x")]
    [InlineData("1,2,-3", "-3")]
    public void A_ratio_scale_has_numbers_from_zero_on(string labels, string outside)
    {
        var rows = labels.Split(',').Select((label, item) => $"anna,{item},{label}\nben,{item},1\n");
        var settings = new AgreementSettings { Ratios = new HashSet<string> { "label" } };

        Assert.Equal([outside], LabelTableAgreement.Of(Read(string.Concat(rows)), settings).Outside.AsEnumerable());
    }

    [Theory]
    [InlineData("annotator,item,label\nanna,1,cat\nben,1,cat\n", "label")]
    [InlineData("Label,Annotator,Item\ncat,anna,1\ncat,ben,1\n", "Label")]
    [InlineData("anna,1,cat\nben,1,cat\n", "label")]
    public void A_head_of_the_usual_words_is_a_head(string text, string question)
    {
        var table = Read(text);

        Assert.Equal(["anna", "ben"], table.Annotators.AsEnumerable());
        Assert.Equal(["cat"], table.Labels.AsEnumerable());
        Assert.Equal(question, table.Question);
        Assert.Empty(table.ProbableHead);
    }

    [Fact]
    public void A_first_row_of_which_nothing_occurs_again_is_probably_a_head()
    {
        const string rows = "anna,1,cat\nben,1,cat\nanna,2,dog\n";

        Assert.Equal(["who", "task", "answer"], Read("who,task,answer\n" + rows).ProbableHead.AsEnumerable());
        Assert.Empty(Read(rows).ProbableHead);
    }

    static AgreementSettings Named(string[]? ranks = null, bool isInterval = false) =>
        new()
        {
            Ranks = ranks is null ? [] : new Dictionary<string, IReadOnlyList<string>> { ["label"] = ranks },
            Intervals = isInterval ? new HashSet<string> { "label" } : [],
        };

    static TableAgreement Measure(LabelTable table, AgreementSettings settings) =>
        LabelTableAgreement.Of(table, settings).Agreement;

    static LabelTable Read(string text) => LabelTableReader.Read(new StringReader(text));
}
