using System.Text.Json;

namespace LabelSpec.LanguageServer.Tests.Annotations;

/// <summary>
/// What completion puts in the place of a value is what the format writes there: numbers for yes and no, quotes, escapes, ids. The bar is
/// the cursor.
/// </summary>
public sealed class WrittenValueTests
{
    const string VocHead =
        "<annotation><filename>a.jpg</filename><size><width>99</width><height>80</height></size><object><name>car</name>";

    const string VocBox =
        "<bndbox><xmin>3</xmin><ymin>4</ymin><xmax>50</xmax><ymax>60</ymax></bndbox></object></annotation>";

    const string CvatHead =
        """<annotations><meta><task><name>first</name><labels><label><name>car</name><attributes></attributes></label></labels></task></meta>""";

    const string CocoHead =
        """{"images":[{"id":1,"file_name":"a.jpg","width":99,"height":80}],"categories":[{"id":1,"name":"car"}],"annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,2,30,40],"area":1200,"iscrowd":0,""";

    [Theory]
    [InlineData("a.xml", VocHead + "<truncated>|0</truncated>" + VocBox, "<truncated>0<")]
    [InlineData("a.xml", VocHead + "<occluded>n|o</occluded>" + VocBox, "<occluded>0<")]
    [InlineData(
        "labels/a.json",
        """{"version":"5.0","flags":{},"shapes":[{"label":"car","points":[[1,2],[30,40]],"shape_type":"rectangle","flags":{"hidden":|true}}],"imagePath":"a.jpg","imageData":null,"imageHeight":80,"imageWidth":99}""",
        "\"hidden\":false"
    )]
    public async Task No_is_written_as_the_format_writes_it(string file, string marked, string expected)
    {
        var (after, _) = await AppliedAsync(
            file,
            marked,
            "class car { attribute truncated: bool attribute occluded: bool attribute hidden: bool }",
            "false"
        );

        Assert.Contains(expected, after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_is_escaped()
    {
        var (after, _) = await AppliedAsync(
            "a.json",
            """[{"id":1,"data":{"image":"a.jpg"},"annotations":[{"id":1,"result":[{"id":"x","type":"rectanglelabels","from_name":"l","to_name":"i","original_width":99,"original_height":80,"value":{"x":1,"y":2,"width":30,"height":40,"rotation":0,"rectanglelabels":["|car"]}}]}]}]""",
            "class car class plate \"12\\\" plate\"",
            "12\" plate"
        );

        Assert.Contains("[\"12\\\" plate\"]", after, StringComparison.Ordinal);
        JsonDocument.Parse(after).Dispose();
    }

    /// <summary>Classes of MOT are numbered by the format, not by the order in which they occur.</summary>
    [Fact]
    public async Task A_class_has_the_number_of_its_format()
    {
        var (after, labels) = await AppliedAsync(
            "gt/gt.txt",
            "1,1,10,10,30,60,1,|3,1.0\n1,2,60,10,30,60,1,1,1.0\n",
            "class car class pedestrian",
            "1 pedestrian"
        );

        Assert.DoesNotContain(labels, label => label.StartsWith("0 ", StringComparison.Ordinal));
        Assert.StartsWith("1,1,10,10,30,60,1,1,1.0\n", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_name_of_an_attribute_is_replaced_as_a_whole()
    {
        var (after, _) = await AppliedAsync(
            "a.xml",
            CvatHead
                + """<image id="0" name="a.jpg" width="99" height="80"><box label="car" occluded="0" xtl="1" ytl="2" xbr="30" ybr="40"><attribute name="|shade">red</attribute></box></image></annotations>""",
            "class car { attribute colour: red | blue }",
            "colour"
        );

        Assert.Contains("<attribute name=\"colour\">red<", after, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "a.xml",
        """<annotations><meta><task><name>|first</name><labels><label><name>car</name></label></labels></task></meta><image id="0" name="a.jpg" width="99" height="80"></image></annotations>"""
    )]
    [InlineData("a.json", CocoHead + "\"attributes\":{\"weights\":[0.25,|0.5]}}]}")]
    [InlineData("a.json", CocoHead + "\"attributes\":{\"note\":\"small, |grey\"}}]}")]
    public async Task Nothing_is_offered_where_no_class_and_no_attribute_stands(string file, string marked)
    {
        var (_, labels) = await AppliedAsync(file, marked, "class car { attribute colour: red | blue }", null);

        Assert.DoesNotContain("car", labels);
        Assert.DoesNotContain("colour", labels);
    }

    static async Task<(string After, List<string> Labels)> AppliedAsync(
        string file,
        string marked,
        string guideline,
        string? chosen
    )
    {
        await using var session = await DrivingSession.StartAsync(prepare: session =>
        {
            Directory.CreateDirectory(session.PathOf("own"));
            File.WriteAllText(session.PathOf("own/labelspec.yaml"), "spec: own.labelspec\n");
            File.WriteAllText(session.PathOf("own/own.labelspec"), $"guideline own version \"1.0.0\"\n{guideline}\n");
        });
        var path = session.PathOf("own/" + file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var cursor = marked.IndexOf('|', StringComparison.Ordinal);
        var text = marked.Remove(cursor, 1);
        await session.OpenAsync(path, text);
        var completion = await session.AskAsync(
            "textDocument/completion",
            $$$"""{"textDocument":{"uri":{{{DrivingSession.Quote(DrivingSession.UriOf(path))}}}},"position":{{{DrivingSession.Place(text, cursor)}}}}"""
        );
        var items = completion.GetProperty("items").EnumerateArray().ToList();
        var labels = items.Select(item => item.GetProperty("label").GetString()!).ToList();
        if (chosen is null)
            return (text, labels);
        var edit = items[labels.IndexOf(chosen)].GetProperty("textEdit");
        var line = text.LastIndexOf('\n', Math.Max(0, cursor - 1)) + 1;
        var from = line + edit.GetProperty("range").GetProperty("start").GetProperty("character").GetInt32();
        var to = line + edit.GetProperty("range").GetProperty("end").GetProperty("character").GetInt32();
        return (text[..from] + edit.GetProperty("newText").GetString() + text[to..], labels);
    }
}
