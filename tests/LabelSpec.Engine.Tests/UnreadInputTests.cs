using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests;

/// <summary>Whoever asks must learn that a part of an input was not read, whatever its format.</summary>
public sealed class UnreadInputTests
{
    [Theory]
    [InlineData("a.json", "{\"images\": [], \"annotations\": [{\"id\": 1, \"image_id\": 1, \"bbox\": [1")]
    [InlineData("a.xml", "<annotation><filename>a.png</filename><object><name>cell</name><bndbox><xmin>1")]
    [InlineData(
        "a.xml",
        "<annotations><image id=\"0\" name=\"a.png\" width=\"9\" height=\"9\"><box label=\"c\" xtl=\"1"
    )]
    [InlineData("a.json", "")]
    public void A_broken_file_is_said_to_be_unread(string name, string text)
    {
        using var folder = new ScratchFolder();

        var result = Analysis.Run(new AnalysisRequest(DatasetReader.Read([folder.Write(name, text)])));

        Assert.True(result.HasUnreadableInput);
    }
}
