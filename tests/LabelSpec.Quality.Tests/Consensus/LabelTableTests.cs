using LabelSpec.Quality.Agreement;
using LabelSpec.Quality.Consensus.Labels;
using LabelSpec.Quality.Consensus.Models;
using LabelSpec.TestSupport;

namespace LabelSpec.Quality.Tests.Consensus;

public class LabelTableTests
{
    [Fact]
    public void Quotes_separators_and_line_breaks_in_cells_are_read()
    {
        var table = Read("anna,\"item, one\",\"say \"\"yes\"\"\"\nben,\"item, one\",no\n\nben,\"two\nlines\",no\n");

        Assert.Equal(["anna", "ben"], table.Annotators.AsEnumerable());
        Assert.Equal(["item, one", "two\nlines"], table.Items.AsEnumerable());
        Assert.Equal(["say \"yes\"", "no"], table.Labels.AsEnumerable());
        Assert.Equal(3, table.Votes.Votes.Count);
    }

    [Fact]
    public void Columns_are_found_by_name_and_empty_answers_are_none()
    {
        var table = Read("item;extra;who;what\n1;x;anna;cat\n1;y;ben;\n2;z;ben;dog\n", "who", "item", "what");

        Assert.Equal(["anna", "ben"], table.Annotators.AsEnumerable());
        Assert.Equal(2, table.Votes.Votes.Count);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("a,b\n", 1)]
    [InlineData("a,b,c\nd,e\n", 2)]
    public void What_is_no_table_is_told_with_its_line(string text, int line) =>
        Assert.Equal(line, Assert.Throws<LabelTableException>(() => Read(text)).Line);

    [Fact]
    public void A_column_that_is_not_there_is_named() =>
        Assert.Contains(
            "who",
            Assert.Throws<LabelTableException>(() => Read("a,b,c\n1,2,3\n", "who", "b", "c")).Message,
            StringComparison.Ordinal
        );

    // Labels of Mechanical Turk for a thousand items with known truth.
    [RealDataFact]
    public void Models_that_learn_whom_to_trust_beat_the_majority_on_real_labels()
    {
        var folder = RealData.PathOf("multi_annotator/get-another-label/data/BarzanMozafari");
        using var file = File.OpenText(Path.Combine(folder, "labels.txt"));
        var table = LabelTableReader.Read(file);
        var truth = File.ReadLines(Path.Combine(folder, "evaluation.txt"))
            .Select(line => line.Split('\t'))
            .ToDictionary(cells => cells[0], cells => cells[1]);

        Assert.Equal((83, 1000, 5000), (table.Annotators.Length, table.Items.Length, table.Votes.Votes.Count));
        Assert.Equal(.406, LabelTableAgreement.Of(table, new() { Samples = 0 }).Agreement.Alpha.Value, .0005);
        Assert.Equal(696, Right(MajorityVote.Fit(table.Votes)));
        Assert.InRange(Right(DawidSkene.Fit(table.Votes)), 705, 730);
        Assert.InRange(Right(Mace.Fit(table.Votes)), 705, 730);

        int Right(LabelEstimate estimate) =>
            Enumerable
                .Range(0, table.Items.Length)
                .Count(item => truth[table.Items[item]] == table.Labels[estimate.BestOf(item)]);
    }

    static LabelTable Read(string text, params string[] columns) =>
        LabelTableReader.Read(new StringReader(text), columns.Length == 0 ? null : columns);
}
