using System.Text;
using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Engine.Tests.Checks;

/// <summary>A finding about a value points at that value, and not at what it stands in, in every format that writes it.</summary>
public class ExactPlaceTests
{
    const string CocoHead = """{"images":[{"id":1,"file_name":"a.jpg","width":640,"height":480}],""";
    const string CocoCategories = """ "categories":[{"id":1,"name":"car","keypoints":["a","b"]}],""";
    const string CvatHead =
        """<annotations><version>1.1</version><image id="0" name="a.jpg" width="100" height="80">""";
    const string CvatEnd = "</image></annotations>";
    const string Datumaro =
        """{"categories":{"label":{"labels":[{"name":"car"}]}},"items":[{"id":"a","image":{"path":"a.jpg","size":[80,100]},"annotations":[""";

    [Theory]
    [InlineData(
        "coco.json",
        CocoHead + CocoCategories + """ "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,NaN,3,4]}]}""",
        "NaN"
    )]
    [InlineData(
        "coco.json",
        CocoHead + CocoCategories + """ "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,2,3,1e400]}]}""",
        "1e400"
    )]
    [InlineData(
        "coco.json",
        CocoHead
            + CocoCategories
            + """ "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,2,3,4],"segmentation":[[1,2,3,4,5,-Infinity,7,8]]}]}""",
        "-Infinity"
    )]
    [InlineData(
        "coco.json",
        CocoHead
            + CocoCategories
            + """ "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,2,3,4],"keypoints":[1,2,2,1e999,2,2],"num_keypoints":2}]}""",
        "1e999"
    )]
    [InlineData(
        "a.xml",
        "<annotation><filename>a.jpg</filename><size><width>100</width><height>80</height></size><object><name>car</name><bndbox><xmin>1</xmin><ymin>2</ymin><xmax>1e400</xmax><ymax>9</ymax></bndbox></object></annotation>",
        "1e400"
    )]
    [InlineData("a.xml", CvatHead + """<box label="car" xtl="1" ytl="2" xbr="1e400" ybr="9"/>""" + CvatEnd, "1e400")]
    [InlineData("a.xml", CvatHead + """<polygon label="car" points="1,2;3,4;5,1e400;2,8"/>""" + CvatEnd, "1e400")]
    [InlineData("d.json", Datumaro + """{"type":"bbox","label_id":0,"bbox":[1,2,1e400,4]}]}]}""", "1e400")]
    [InlineData("d.json", Datumaro + """{"type":"polygon","label_id":0,"points":[1,2,3,4,5,NaN]}]}]}""", "NaN")]
    [InlineData(
        "l.json",
        """{"version":"5.0","flags":{},"shapes":[{"label":"car","points":[[1,2],[3,1e400]],"shape_type":"rectangle","flags":{}}],"imagePath":"a.jpg","imageData":null,"imageHeight":80,"imageWidth":100}""",
        "1e400"
    )]
    [InlineData(
        "v.json",
        """{"a.jpg1":{"filename":"a.jpg","size":1,"regions":[{"shape_attributes":{"name":"polygon","all_points_x":[1,2,3],"all_points_y":[1,1e400,3]},"region_attributes":{"class":"car"}}],"file_attributes":{}}}""",
        "1e400"
    )]
    [InlineData(
        "v.json",
        """{"a.jpg1":{"filename":"a.jpg","size":1,"regions":[{"shape_attributes":{"name":"rect","x":1,"y":2,"width":1e400,"height":4},"region_attributes":{"class":"car"}}],"file_attributes":{}}}""",
        "1e400"
    )]
    [InlineData(
        "s.json",
        """{"size":{"height":80,"width":100},"objects":[{"classTitle":"car","geometryType":"polygon","points":{"exterior":[[1,2],[3,4],[5,1e400]],"interior":[]},"tags":[]}]}""",
        "1e400"
    )]
    [InlineData(
        "b.json",
        """[{"name":"a.jpg","labels":[{"id":"1","category":"car","box2d":{"x1":1,"y1":2,"x2":1e400,"y2":9}}]}]""",
        "1e400"
    )]
    [InlineData(
        "coco.json",
        CocoHead
            + CocoCategories
            + """ "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,2,3,4],"segmentation":[[1,2,3,4,null,6,7,8]]}]}""",
        "null"
    )]
    [InlineData(
        "ls.json",
        """[{"id":1,"data":{"image":"a.jpg"},"annotations":[{"id":1,"result":[{"id":"r","from_name":"l","to_name":"i","type":"rectanglelabels","original_width":100,"original_height":80,"value":{"x":null,"y":2,"width":3,"height":4,"rectanglelabels":["car"]}}]}]}]""",
        "null"
    )]
    public void A_number_that_is_not_finite_is_pointed_at(string file, string text, string expected) =>
        Assert.Equal([expected], Found(file, text, "LS3201"));

    [Theory]
    [InlineData(
        "coco.json",
        CocoHead
            + CocoCategories
            + """ "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,2,3,4],"keypoints":[1,2,2,3,4,5],"num_keypoints":2}]}""",
        "5"
    )]
    [InlineData(
        "d.json",
        Datumaro + """{"type":"points","label_id":0,"points":[1,2,3,4],"visibility":[2,7]}]}]}""",
        "7"
    )]
    public void A_visibility_is_pointed_at(string file, string text, string expected) =>
        Assert.Equal([expected], Found(file, text, "LS3502"));

    [Fact]
    public void A_visibility_in_a_row_is_pointed_at()
    {
        using var folder = new ScratchFolder();
        folder.Write("data.yaml", "names: [car]\nnc: 1\ntrain: images\nkpt_shape: [2, 3]\n");
        Directory.CreateDirectory(Path.Combine(folder.Path, "labels"));
        File.WriteAllText(Path.Combine(folder.Path, "labels", "a.txt"), "0 0.5 0.5 0.2 0.2 0.5 0.5 2 0.45 0.55 9\n");

        Assert.Equal(["9"], FoundIn(folder.Path, "LS3502"));
    }

    [Theory]
    [InlineData("\"size\":[640,480],\"counts\":[307200]", "LS3401", "[640,480]")]
    [InlineData("\"size\":[480.5,640],\"counts\":[307200]", "LS3402", "[480.5,640]")]
    [InlineData("\"size\":[480,640],\"counts\":[7,-3,307196]", "LS3402", "-3")]
    [InlineData("\"size\":[480,640],\"counts\":[7]", "LS3402", "[7]")]
    public void What_is_wrong_with_a_mask_is_pointed_at(string mask, string code, string expected) =>
        Assert.Equal(
            [expected],
            Found(
                "coco.json",
                CocoHead
                    + CocoCategories
                    + """ "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,2,3,4],"iscrowd":1,"segmentation":{"""
                    + mask
                    + "}}]}",
                code
            )
        );

    [Theory]
    [InlineData("[[1,2],[1,3]]", "[1,3]")]
    [InlineData("[[1,2],[0,1]]", "[0,1]")]
    [InlineData("[[1,2],[1]]", "[1]")]
    public void An_edge_of_a_skeleton_is_pointed_at(string skeleton, string expected) =>
        Assert.Equal(
            [expected],
            Found(
                "coco.json",
                CocoHead
                    + """ "annotations":[],"categories":[{"id":1,"name":"car","keypoints":["a","b"],"skeleton":"""
                    + skeleton
                    + "}]}",
                "LS5006"
            )
        );

    [Theory]
    [InlineData("""<polygon label="car" points="1,2;150,4;5,30"/>""", "LS3203", "1,2;150,4;5,30")]
    [InlineData("""<polygon label="car" points="201,2;250,4;205,30"/>""", "LS3204", "201,2;250,4;205,30")]
    public void A_shape_without_a_box_is_pointed_at(string shape, string code, string expected) =>
        Assert.Equal([expected], Found("a.xml", CvatHead + shape + CvatEnd, code));

    [Fact]
    public void A_wrong_list_of_mirrored_keypoints_is_said_once()
    {
        using var folder = new ScratchFolder();
        folder.Write(
            "data.yaml",
            "names: [car, bus, van]\nnc: 3\ntrain: images\nkpt_shape: [2, 3]\nflip_idx: [1, 1]\n"
        );
        Directory.CreateDirectory(Path.Combine(folder.Path, "labels"));
        File.WriteAllText(Path.Combine(folder.Path, "labels", "a.txt"), "0 0.5 0.5 0.2 0.2 0.5 0.5 2 0.45 0.55 2\n");

        Assert.Equal(["1"], FoundIn(folder.Path, "LS2310"));
        Assert.Empty(FoundIn(folder.Path, "LS5006"));
    }

    [Theory]
    [InlineData("\"twelve\"", "has \"twelve\" where a number belongs.")]
    [InlineData("null", "has null where a number belongs.")]
    [InlineData("NaN", "has a coordinate that is NaN or infinite.")]
    public void What_is_no_number_is_called_what_it_is(string bad, string expected)
    {
        using var folder = new ScratchFolder();
        folder.Write(
            "d.json",
            Datumaro + $$"""{"type":"polygon","label_id":0,"points":[1,2,3,4,5,{{bad}}]}""" + "]}]}"
        );

        var finding = Assert.Single(
            Analysis.Run(new AnalysisRequest(DatasetReader.Read([folder.Path]))).Findings,
            finding => finding.Rule == "LS3201"
        );

        Assert.EndsWith(expected, finding.Message, StringComparison.Ordinal);
    }

    /// <summary>An image that is all of its file is not marked from its first line to its last.</summary>
    [Theory]
    [InlineData(
        "a.xml",
        "<annotation>\n<filename>a.jpg</filename>\n<size><width>100</width><height>8</height></size>\n</annotation>",
        "LS5013",
        "a.jpg"
    )]
    [InlineData(
        "a.xml",
        "<annotation>\n<filename>a.jpg</filename>\n<size><width>100</width><height>8</height></size>\n</annotation>",
        "LS4014",
        "8"
    )]
    [InlineData(
        "coco.json",
        """{"images":[{"id":1,"file_name":"a.jpg","width":8,"height":480}],"categories":[{"id":1,"name":"car"}],"annotations":[]}""",
        "LS4014",
        "8"
    )]
    [InlineData(
        "a.xml",
        CvatHead + "</image><image id=\"1\" name=\"b.jpg\" width=\"100\" height=\"80\"></image></annotations>",
        "LS5013",
        "a.jpg"
    )]
    public void What_is_said_about_an_image_stands_at_its_value(
        string file,
        string text,
        string code,
        string expected
    ) => Assert.Equal([expected], Found(file, text, code));

    /// <summary>What other tools leave empty is not where a box stands.</summary>
    [Fact]
    public void A_box_that_is_null_is_not_pointed_at() =>
        Assert.Equal(
            ["[{\"vertices\":[[1,2],[150,4],[5,30]],\"types\":\"LLL\",\"closed\":true}]"],
            Found(
                "b.json",
                """[{"name":"a.jpg","size":{"width":100,"height":80},"labels":[{"id":"1","category":"car","box2d":null,"poly2d":[{"vertices":[[1,2],[150,4],[5,30]],"types":"LLL","closed":true}]}]}]""",
                "LS3203"
            )
        );

    /// <summary>One mistake is said once, where it stands.</summary>
    [Theory]
    [InlineData("""{"id":1,"name":1.0}""", "LS2112")]
    [InlineData("""{"id":1}""", "LS2111")]
    [InlineData("""{"id":1,"name":" "}""", "LS5003")]
    public void A_category_without_a_usable_name_is_said_once(string category, string code)
    {
        using var folder = new ScratchFolder();
        folder.Write("coco.json", CocoHead + " \"annotations\":[],\"categories\":[" + category + "]}");

        var codes = Analysis
            .Run(new AnalysisRequest(DatasetReader.Read([folder.Path])))
            .Findings.Select(finding => finding.Rule)
            .Where(rule => rule is "LS2111" or "LS2112" or "LS5003");

        Assert.Equal([code], codes);
    }

    [Fact]
    public void Segments_of_an_image_whose_id_is_a_text_refer_to_it()
    {
        const string text =
            """{"images":[{"id":"2","file_name":"2.jpg","width":50,"height":50}],"categories":[{"id":1,"name":"car"}],"annotations":[{"image_id":"2","file_name":"2.png","segments_info":[{"id":1,"category_id":1,"area":5,"bbox":[]}]}]}""";

        Assert.Empty(Found("coco.json", text, "LS3003"));
        Assert.Equal(
            ["2"],
            Found("coco.json", text.Replace("\"image_id\":\"2\"", "\"image_id\":2", StringComparison.Ordinal), "LS3003")
        );
    }

    /// <summary>The ids of segments count in their image only.</summary>
    [Fact]
    public void Segments_of_several_images_share_ids() =>
        Assert.Empty(
            Found(
                "coco.json",
                """{"images":[{"id":1,"file_name":"1.jpg","width":50,"height":50},{"id":2,"file_name":"2.jpg","width":50,"height":50}],"categories":[{"id":1,"name":"car"}],"annotations":[{"image_id":1,"file_name":"1.png","segments_info":[{"id":1,"category_id":1}]},{"image_id":2,"file_name":"2.png","segments_info":[{"id":1,"category_id":1}]}]}""",
                "LS3001"
            )
        );

    [Theory]
    [InlineData("class car { shape polygon }", "LS3104", "[1,2,30,40]")]
    [InlineData("class car rule few { for image require count(a: any) <= 1 }", "few", "\"a.jpg\"")]
    public void A_wrong_shape_is_pointed_at_and_a_rule_about_an_image_points_at_its_name(
        string guideline,
        string rule,
        string expected
    )
    {
        using var folder = new ScratchFolder();
        folder.Write(
            "coco.json",
            CocoHead
                + CocoCategories
                + """ "annotations":[{"id":1,"image_id":1,"category_id":1,"bbox":[1,2,30,40],"area":1200,"iscrowd":0},{"id":2,"image_id":1,"category_id":1,"bbox":[2,2,30,40],"area":1200,"iscrowd":0}]}"""
        );
        var analysed = Analysis.Run(
            new AnalysisRequest(DatasetReader.Read([folder.Path]))
            {
                Guideline = TestGuideline.Bind($"guideline g version \"1.0.0\"\n{guideline}\n"),
            }
        );
        var text = File.ReadAllText(Path.Combine(folder.Path, "coco.json"));

        Assert.Contains(
            expected,
            analysed
                .Findings.Where(finding => finding.Rule == rule)
                .Select(finding => text[(int)finding.Location.Start..(int)finding.Location.End])
        );
    }

    static string[] Found(string file, string text, string code)
    {
        using var folder = new ScratchFolder();
        folder.Write(file, text);
        return FoundIn(folder.Path, code);
    }

    static string[] FoundIn(string folder, string code) =>
        [
            .. Analysis
                .Run(new AnalysisRequest(DatasetReader.Read([folder])))
                .Findings.Where(finding => finding.Rule == code)
                .Select(finding => finding.Location)
                .Select(at => Encoding.UTF8.GetString(File.ReadAllBytes(at.File)[(int)at.Start..(int)at.End])),
        ];
}
