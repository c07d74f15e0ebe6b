using System.Text;
using LabelSpec.Engine.Findings;
using LabelSpec.Engine.Settings;
using LabelSpec.Grammar;

namespace LabelSpec.Engine.Tests.Settings;

public class BaselineTests
{
    [Fact]
    public void Write_then_read_gives_the_same_baseline()
    {
        var baseline = Baseline.Of([FindingOf("LS3203", "aa-1"), FindingOf("LS3203", "aa-2"), FindingOf("r", "bb-1")]);
        var file = new MemoryStream();
        BaselineFile.Write(baseline, file);

        Assert.True(BaselineFile.TryRead(file.ToArray(), out var read, out _));
        Assert.Equal(2, read.CountOf("LS3203", "aa"));
        Assert.Equal(1, read.CountOf("r", "bb"));
        Assert.Equal(0, read.CountOf("r", "aa"));
    }

    [Theory]
    [InlineData("", "line 1, column 1: this is no JSON")]
    [InlineData("[]", "a baseline is an object with \"version\" and \"known\"")]
    [InlineData("{\"version\": 2}", "\"version\" is 2; this release reads version 1")]
    [InlineData("{\"version\": 1,\n  nonsense}", "line 2, column 3: this is no JSON")]
    [InlineData("{\"known\": {\"r\": {\"aa\": \"x\"}}}", "the count of aa in \"r\" is no whole number")]
    public void TryRead_says_what_is_wrong_with_a_broken_file(string json, string expected)
    {
        Assert.False(BaselineFile.TryRead(Encoding.UTF8.GetBytes(json), out var baseline, out var problem));
        Assert.Equal(expected, problem);
        Assert.True(baseline.IsEmpty);
    }

    static Finding FindingOf(string rule, string fingerprint) =>
        new()
        {
            Rule = rule,
            Severity = Severity.Error,
            Message = "",
            Location = Location.Whole("a.json"),
            Fingerprint = fingerprint,
            HelpTopic = rule,
        };
}
