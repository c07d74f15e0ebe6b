using System.Text.Json;
using System.Xml.Linq;
using CsCheck;
using LabelSpec.Engine;
using LabelSpec.Engine.Findings;
using LabelSpec.TestSupport;

namespace LabelSpec.Reports.Tests;

/// <summary>Texts out of annotation files may hold anything; no report may break on them or pass them on as commands.</summary>
public sealed class ForeignTextTests
{
    static readonly Gen<string> AnyText = Gen.Char.Array[0, 40].Select(characters => new string(characters));

    [Fact]
    public void Every_format_stays_well_formed_for_any_text() =>
        AnyText.Holds(
            text =>
            {
                var result = ResultWith(text);
                JsonDocument.Parse(Written.By("json", result, SampleResult.Context)).Dispose();
                JsonDocument.Parse(Written.By("sarif", result, SampleResult.Context)).Dispose();
                XDocument.Parse(Written.By("junit", result, SampleResult.Context));
                Assert.Single(Written.By("github", result, SampleResult.Context).TrimEnd('\n').Split('\n'));
                Assert.DoesNotContain('\u001b', Written.By("text", result, SampleResult.Context));
            },
            iter: 300
        );

    [Theory]
    [InlineData("a\nb", "a\\u000Ab")]
    [InlineData("\u001b[31m", "\\u001B[31m")]
    [InlineData("\u202Egnp.exe", "\\u202Egnp.exe")]
    [InlineData("Grüße, 世界", "Grüße, 世界")]
    public void Unprintable_characters_are_written_as_escapes(string text, string expected) =>
        Assert.Equal(expected, Printable.Of(text));

    // Not a theory: xunit's names of test cases cannot hold half a surrogate pair.
    [Fact]
    public void Half_a_surrogate_pair_is_written_as_an_escape() =>
        Assert.Equal("\ud83d\ude00 and \\uD83D", Printable.Of("\ud83d\ude00 and \ud83d"));

    [Fact]
    public void Sarif_messages_hold_no_placeholders_or_links()
    {
        var sarif = Written.By("sarif", ResultWith("{0} [a](b) \\"), SampleResult.Context);
        using var document = JsonDocument.Parse(sarif);
        var result = document.RootElement.GetProperty("runs")[0].GetProperty("results")[0];
        Assert.Equal(@"{{0}} \[a\](b) \\", result.GetProperty("message").GetProperty("text").GetString());
    }

    static AnalysisResult ResultWith(string text) =>
        SampleResult.Clean with
        {
            Findings = FindingList.Of([
                SampleResult.Overlap(1) with
                {
                    Message = text,
                    Image = text,
                    Annotation = text,
                    Values = [new DecidingValue("value", text)],
                },
            ]),
        };
}
