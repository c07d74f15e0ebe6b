using System.Text;
using LabelSpec.TestSupport;

namespace LabelSpec.Cli.Tests.BadInput;

/// <summary>Single files that are made to take all time or memory, or to reach what is none of their business.</summary>
public sealed class HostileFileTests : IDisposable
{
    const string Head = """
        {"images": [{"id": 1, "file_name": "a.jpg", "width": 10, "height": 10}], "categories": [{"id": 1, "name": "car"}],
         "annotations": [
        """;

    static readonly string ManyDigits = new('9', 1_000_000);

    readonly ScratchFolder folder = new();

    public void Dispose() => folder.Dispose();

    public static TheoryData<string, string, string> Files =>
        new()
        {
            { "deep.json", "{\"images\": [], \"annotations\": " + new string('[', 3_000_000), "LS2102" },
            {
                "deep_value.json",
                Head
                    + "{\"id\": 1, \"image_id\": 1, \"category_id\": 1, \"bbox\": [1, 1, 2, 2], \"x\": "
                    + Repeat("{\"a\": ", 400_000)
                    + "1"
                    + new string('}', 400_000)
                    + "}]}",
                "LS2108"
            },
            { "deep.xml", "<annotations><image>" + Repeat("<a>", 1_000_000), "LS2204" },
            { "deep_voc.xml", "<annotation><filename>a.jpg</filename>" + Repeat("<object>", 500_000), "LS2204" },
            {
                "ids.json",
                Head + $$"""{"id": {{ManyDigits}}, "image_id": {{ManyDigits}}, "bbox": [1, 1, 2, {{ManyDigits}}]}]}""",
                "LS2114"
            },
            {
                "text_id.json",
                Head + $$"""{"id": "{{ManyDigits}}", "image_id": 1, "category_id": 7, "bbox": [1, 1, 2, 2]}]}""",
                "LS3004"
            },
            {
                "numbers.json",
                Head
                    + """
                        {"id": 1, "image_id": 1, "category_id": 1, "bbox": [1e308, 1e308, 1e308, 1e308], "area": 1e999,
                         "segmentation": {"size": [2147483647, 2147483647], "counts": [4611686014132420609]}},
                        {"id": 2, "image_id": 1, "category_id": 1, "bbox": [1, 1, 2, 2],
                         "segmentation": {"size": [2147483647, 2147483647], "counts": "ooooooooooooooooooooo0"}}]}
                        """,
                "LS3201"
            },
            // Each use of an entity would repeat a long text: 100 KB become 2 GB.
            {
                "quadratic.xml",
                $"<!DOCTYPE annotation [<!ENTITY a \"{new string('x', 30_000)}\">]>"
                    + $"<annotation><filename>{Repeat("&a;", 20_000)}</filename></annotation>",
                "LS2211"
            },
            { "laughs.xml", Laughs("&l12;"), "LS2211" },
            { "laughs_cvat.xml", Laughs("&l12;").Replace("annotation", "annotations"), "LS2211" },
            {
                "attributes.xml",
                "<annotations><image id='0' name='a' width='10' height='10' "
                    + string.Concat(Enumerable.Range(0, 200_000).Select(i => $"a{i}='1' "))
                    + "><box label='car' xtl='1' ytl='1' xbr='20' ybr='2'/></image></annotations>",
                "LS3203"
            },
            {
                "keys.json",
                Head
                    + "{\"id\": 1, "
                    + string.Join(',', Enumerable.Range(0, 200_000).Select(i => $"\"k{i}\": 1"))
                    + "}]}",
                "LS2111"
            },
            // Looking through all categories for each one's parent, for each one's chain, would never end.
            {
                "chain.json",
                "{\"images\": [], \"annotations\": [], \"categories\": ["
                    + string.Join(
                        ',',
                        Enumerable
                            .Range(0, 30_000)
                            .Select(i =>
                                $$"""{"id": {{i}}, "name": "c{{i}}", "supercategory": "c{{(i + 1) % 30_000}}"}"""
                            )
                    )
                    + "]}",
                "LS5008"
            },
            // A place for each value of each attribute would be 3 GB.
            {
                "own_attributes.json",
                Head.Replace("\"height\": 10", "\"height\": 20002", StringComparison.Ordinal)
                    + string.Join(
                        ',',
                        Enumerable
                            .Range(1, 20_000)
                            .Select(i =>
                                $"{{\"id\": {i}, \"image_id\": 1, \"category_id\": 1, \"bbox\": [{i % 9}.5, {i}, 1, 1], "
                                + $"\"attributes\": {{\"k{i}\": 1}}}}"
                            )
                    )
                    + "]}",
                "LS3203"
            },
            // Each of 60,000 objects is of a frame of its own, and is looked up among the others.
            {
                "objects.json",
                "{\"openlabel\": {\"metadata\": {\"schema_version\": \"1.0.0\"}, \"objects\": {"
                    + string.Join(
                        ',',
                        Enumerable.Range(0, 60_000).Select(i => $$"""  "{{i}}": {"name": "a", "type": "Car"}""")
                    )
                    + "}, \"frames\": {"
                    + string.Join(
                        ',',
                        Enumerable
                            .Range(0, 60_000)
                            .Select(i =>
                                $"\"{i}\": {{\"objects\": {{\"{i}\": {{\"object_data\": {{\"bbox\": "
                                + $"[{{\"name\": \"b\", \"val\": [5, 5, {i % 2}, 4]}}]}}}}}}}}"
                            )
                    )
                    + "}}}",
                "LS3202"
            },
            {
                "aliases/data.yaml",
                "a: &a [x,x,x,x,x,x,x,x,x]\n"
                    + string.Concat("bcdefghijk".Select((c, i) => $"{c}: &{c} [{Repeat($"*{"abcdefghij"[i]},", 9)}]\n"))
                    + "names: *k\nnc: 1\n",
                ""
            },
        };

    [Theory]
    [MemberData(nameof(Files))]
    public void Is_reported_and_hides_nothing(string name, string text, string code)
    {
        folder.Write(name, text);
        if (name.StartsWith("aliases", StringComparison.Ordinal))
            folder.Write("aliases/labels/a.txt", "0 0.5 0.5 0.1 0.1\n");

        var outcome = BadInput.CheckAll(folder);

        Assert.Contains(code, outcome.Output);
        // A message shows the beginning of what is long.
        Assert.True(outcome.Output.Length < 20_000, $"{outcome.Output.Length} characters");
    }

    [Fact]
    public void External_entities_are_never_resolved()
    {
        folder.Write("secret.txt", "the secret");
        folder.Write(
            "a.xml",
            $"""
            <?xml version="1.0"?>
            <!DOCTYPE annotation [<!ENTITY e SYSTEM "file://{folder.PathOf("secret.txt")}">
              <!ENTITY % p SYSTEM "http://127.0.0.1:9/never.dtd">%p;]>
            <annotation><filename>&e;</filename><size><width>5</width><height>5</height></size>
              <object><name>&e;</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>9</xmax><ymax>3</ymax></bndbox></object>
            </annotation>
            """
        );

        var outcome = BadInput.CheckAll(folder);

        Assert.Contains("a.xml:2:23: warning[LS2211]", outcome.Output);
        Assert.Contains("a.xml:5:", outcome.Output);
        Assert.DoesNotContain("the secret", outcome.Output + outcome.Error);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_reported_where_they_stand()
    {
        File.WriteAllBytes(
            folder.PathOf("a.json"),
            [
                .. """{"images": [{"id": 1, "file_name": "a"""u8,
                0xFF,
                0xC0,
                .. """.jpg", "width": 10, "height": 10}], "categories": [{"id": 1, "name": "car"}], "annotations": [{"id": 1, "image_id": 1, "category_id": 1, "bbox": [1, 1, 20, 2]}]}"""u8,
            ]
        );
        File.WriteAllBytes(
            folder.PathOf("b.xml"),
            [
                .. "<annotation><filename>b.jpg</filename><object><name>"u8,
                0xE4,
                .. "</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>3</xmax><ymax>3</ymax></bndbox></object></annotation>"u8,
            ]
        );

        var outcome = BadInput.CheckAll(folder);

        Assert.Contains("a.json:1:37: warning[LS2009]", outcome.Output);
        Assert.Contains("a.json:1:186: warning[LS3203]", outcome.Output);
        Assert.Contains("b.xml:1:1: error[LS2205]", outcome.Output);
    }

    [Fact]
    public void A_guideline_and_a_project_file_that_mean_no_good_are_reported()
    {
        folder.Write("deep.labelspec", "let x = " + new string('(', 200_000));
        folder.Write("labelspec.yaml", "spec: deep.labelspec\nseverity: " + new string('[', 100_000));
        folder.Write("a.json", BadInput.Good);

        var outcome = BadInput.Run(folder, "check", "--no-cache", "--spec", "deep.labelspec", "a.json");

        Assert.Equal(2, outcome.ExitCode);
        Assert.Contains("deep.labelspec:1:", outcome.Output + outcome.Error);
        Assert.Contains("labelspec.yaml:2:", BadInput.Run(folder, "check", "--no-cache", "a.json").Output);
    }

    static string Laughs(string use) =>
        "<!DOCTYPE annotation [<!ENTITY l0 \"lol\">"
        + string.Concat(Enumerable.Range(1, 12).Select(i => $"<!ENTITY l{i} \"{Repeat($"&l{i - 1};", 10)}\">"))
        + $"]><annotation><filename>{use}</filename></annotation>";

    static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();
}
