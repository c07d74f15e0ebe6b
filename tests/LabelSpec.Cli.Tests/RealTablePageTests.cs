using System.Globalization;
using System.Text.Json.Nodes;
using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests;

/// <summary>The pages about real tables of labels say what the command says of them.</summary>
public sealed class RealTablePageTests
{
    const string Crowds = "multi_annotator/crowdtruth-video/tutorial/data";
    const string Turk = "multi_annotator/get-another-label/data";

    [RealDataTheory]
    [InlineData("relex-binary-choice", "relex-binary-choice", "top_member_employee")]
    [InlineData("person-video-binary-choice", "person-video-binary-choice", "selected_answer")]
    [InlineData("person-video-ternary-choice", "person-video-ternary-choice", "selected_answer")]
    [InlineData("relex-multiple-choice, and the sparse one", "relex-multiple-choice", "relations")]
    [InlineData("relex-multiple-choice, and the sparse one", "relex-sparse-multiple-choice", "output_relations")]
    [InlineData("person-video-multiple-choice", "person-video-multiple-choice", "selected_answer")]
    [InlineData("event-text-sparse-multiple-choice", "event-text-sparse-multiple-choice", "selected_events")]
    [InlineData("person-video-sparse-multiple-choice", "person-video-sparse-multiple-choice", "selected_answer")]
    public void The_page_of_crowds_has_the_numbers_of_the_command(string row, string table, string column)
    {
        var report = Agree(RealData.PathOf($"{Crowds}/{table}.csv"), "--columns", $"_worker_id,_unit_id,{column}");

        var cells = Row("crowdtruth.md", row);
        Assert.Equal(Sizes(report), cells[1]);
        Assert.Equal(Number(report["percent"]!["value"]), cells[2]);
        var interval = report["alpha_interval"]!;
        Assert.Equal(
            $"{Number(report["alpha"]!["value"])}, {Number(interval["low"])} .. {Number(interval["high"])}",
            cells[3]
        );
    }

    [RealDataTheory]
    [InlineData("HITspam", "HITspam-UsingMTurk")]
    [InlineData("BarzanMozafari", "BarzanMozafari")]
    [InlineData("CopyrightInfringement", "CopyrightInfringement")]
    [InlineData("AdultContent3", "AdultContent3-HCOMP2010")]
    [InlineData("AdultContent", "AdultContent")]
    public void The_page_of_Mechanical_Turk_has_the_numbers_of_the_command(string row, string table)
    {
        var report = Agree(RealData.PathOf($"{Turk}/{table}/labels.txt"));

        var cells = Row("get-another-label.md", row);
        Assert.Equal(Sizes(report), cells[1]);
        Assert.Equal(Number(report["alpha"]!["value"]), cells[2]);
    }

    static JsonNode Agree(string table, params string[] columns) =>
        JsonNode.Parse(Labelspec.Run(["agree", "--labels", .. columns, table, "-f", "json"]).Exits(0).Output)!;

    static string Sizes(JsonNode report) =>
        string.Join(", ", new[] { "annotators", "items", "answers" }.Select(name => Count((int)report[name]!)));

    static string Count(int count) => count.ToString("N0", CultureInfo.InvariantCulture);

    static string Number(JsonNode? value) =>
        ((double)value!).ToString("0.000", CultureInfo.InvariantCulture).Replace('-', '−');

    /// <summary>The cells of the row of a page's table whose first cell is this.</summary>
    static string[] Row(string page, string first)
    {
        var folder = Path.Combine(RepositoryFiles.Root, "server", "LabelSpec.Quality", "docs", "real-data");
        return File.ReadLines(Path.Combine(folder, page))
            .Where(line => line.StartsWith('|'))
            .Select(line => line.Trim('|').Split('|', StringSplitOptions.TrimEntries))
            .Single(cells => cells[0] == first);
    }
}
