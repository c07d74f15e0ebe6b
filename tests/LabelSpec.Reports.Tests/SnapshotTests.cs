using LabelSpec.TestSupport;

namespace LabelSpec.Reports.Tests;

public sealed class SnapshotTests
{
    public static TheoryData<string> Formats => [.. ReportFormats.All.Select(format => format.Name)];

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_result_with_everything_in_it_is_written_as_before(string format) =>
        Snapshot.Matches(Stable(Written.By(format, SampleResult.Full, SampleResult.Context)), $"full.{format}.txt");

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_clean_result_is_written_as_before(string format) =>
        Snapshot.Matches(
            Stable(Written.By(format, SampleResult.Clean, SampleResult.Context with { ExitCode = 0 })),
            $"clean.{format}.txt"
        );

    [Fact]
    public void Text_for_a_narrow_colour_terminal_is_written_as_before() =>
        Snapshot.Matches(
            Written.By("text", SampleResult.Full, SampleResult.Context with { Colour = true, Width = 60 }),
            "full.narrow-colour.txt"
        );

    // The only thing in a report that depends on the machine is the folder that the paths start from.
    static string Stable(string text) =>
        text.Replace(new Uri(SampleResult.Context.Root + "/").AbsoluteUri, "file:///root/", StringComparison.Ordinal);
}
