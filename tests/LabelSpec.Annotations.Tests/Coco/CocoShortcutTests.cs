using System.Text;
using CsCheck;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Coco;

/// <summary>However a text is read (short ways, packed polygons, pieces cut anywhere), the result is the same to the last bit.</summary>
public class CocoShortcutTests
{
    /// <summary>Numbers as people and programs write them, and worse.</summary>
    static readonly string[] Numbers =
    [
        "0",
        "7",
        "640",
        "12.5",
        "481.25",
        "0.0",
        "-0.0",
        "-3.75",
        "99999.99",
        "123456.7",
        "1234567.89",
        "0.001",
        "3.14159",
        "511.02999999999997",
        "0.1234567890123456789",
        "1e3",
        "1.5E-7",
        "-2e+5",
        "12345678",
        "123456789012345678901234567890",
        "4294967296.5",
        "2147483647.99",
        "1e400",
        "007.50",
        ".5",
        "5.",
        "+4",
        "NaN",
        "Infinity",
        "-Infinity",
        "nan",
        "1.2.3",
        "1-2",
        "--1",
        "null",
        "\"7\"",
        "true",
    ];

    static readonly string[] Ids =
    [
        "1",
        "42",
        "0",
        "900100581904",
        "-1",
        "9223372036854775807",
        "9223372036854775808",
        "1234567890123456789012",
        "1.0",
        "2e2",
        "1.5",
        "\"a\"",
        "\"17\"",
        "null",
        "{}",
        "007",
    ];

    static readonly Gen<string> Usual =
        from digits in Gen.Int[0, 64000]
        select Invariant($"{digits / 100}.{digits % 100}");

    static readonly Gen<string> Number = Gen.Frequency((9, Usual), (1, OneOf(Numbers)));

    static readonly Gen<string> Id = Gen.Frequency((4, Gen.Int[0, 9].Select(id => $"{id}")), (1, OneOf(Ids)));

    static readonly Gen<string> Blank = OneOf("", "", "", " ", "\n    ", "\t", "  ", "\r\n", "/* a */", "// b\n");

    static readonly Gen<string> Ring =
        from numbers in Number.Array[0, 14]
        from blank in Blank
        from end in Gen.Frequency((9, Gen.Const("")), (1, OneOf(",", " x", ",,", "\0")))
        select $"[{blank}{string.Join($",{blank}", numbers)}{blank}{end}]";

    static readonly Gen<string> Segmentation = Gen.Frequency(
        (6, Ring.Array[1, 3].Select(rings => $"[{string.Join(",", rings)}]")),
        (1, Ring),
        (
            1,
            OneOf(
                "[]",
                "[[]]",
                "null",
                "{\"size\": [4, 4], \"counts\": [1, 2, 13]}",
                "[[1, 2], {}]",
                "[[[1, 2, 3, 4, 5, 6]]]",
                "\"x\"",
                "[[1.0, 2.0, 3.0"
            )
        )
    );

    static readonly Gen<string> Box = Gen.Frequency(
        (6, Number.Array[4].Select(numbers => $"[{string.Join(", ", numbers)}]")),
        (1, Number.Array[0, 6].Select(numbers => $"[{string.Join(",", numbers)}]")),
        (1, OneOf("null", "[1, [2], 3, 4]", "{}", "[1, 2, 3, 4"))
    );

    static readonly Gen<string> Member = Gen.Frequency(
        (4, Id.Select(id => $"\"id\": {id}")),
        (4, Id.Select(id => $"\"image_id\":{id}")),
        (4, Id.Select(id => $"\"category_id\": {id}")),
        (4, Box.Select(box => $"\"bbox\": {box}")),
        (6, Segmentation.Select(text => $"\"segmentation\": {text}")),
        (3, Number.Select(area => $"\"area\": {area}")),
        (2, Number.Select(score => $"\"score\": {score}")),
        (3, OneOf("0", "1", "2", "10", "true", "null", "-1", "0.0").Select(flag => $"\"iscrowd\": {flag}")),
        (
            2,
            OneOf(
                "\"ignore\": 1",
                "\"attributes\": {\"occluded\": true, \"colour\": \"r\\u00e9d\"}",
                "\"caption\": \"a }, { b\"",
                "\"keypoints\": [1, 2, 2, 3, 4, 1], \"num_keypoints\": 2",
                "\"note\": \"\\\"}, {\\\"id\\\": 0}\"",
                "\"parts\": [{\"id\": 0, \"image_id\": 0}, {\"id\": 0}]",
                "\"i\\u0064\": 5",
                "\"id\" : 6",
                "'id': 8",
                "\"naïve\": \"\uD83D\uDE97\"",
                "\"track_id\": 3"
            )
        )
    );

    static readonly Gen<string> Annotation =
        from members in Member.Array[0, 8]
        from blank in Blank
        from end in Gen.Frequency((12, Gen.Const("")), (1, OneOf(",", " {", "\"", "]")))
        select $"{{{blank}{string.Join($",{blank}", members)}{blank}{end}}}";

    static readonly Gen<string> File =
        from annotations in Annotation.Array[0, 12]
        from blank in Blank
        from shape in Gen.Int[0, 5]
        select Wrap(string.Join($",{blank}", annotations), shape);

    [Fact]
    public void Every_way_comes_to_the_same()
    {
        using var folder = new ScratchFolder();
        Gen.Select(File, Gen.Int[1, 400], Gen.Int[1, 300])
            .Holds(
                (text, stretch, ahead) => CocoWays.AssertSame(folder, Encoding.UTF8.GetBytes(text), stretch, ahead),
                iter: 3000,
                threads: 1
            );
    }

    [Fact]
    public void Pieces_may_end_at_any_byte()
    {
        using var folder = new ScratchFolder();
        var text = Encoding.UTF8.GetBytes(
            "\uFEFF"
                + Wrap(
                    """
                    {"segmentation": [[10.5,20.25,-3.125,4e1,511.02999999999997,6],[1,2,3,4,5,6]],"area": 30.215400000000955,"iscrowd": 0,"image_id": 1,"bbox": [1.5,2,3,4],"category_id": 1,"id": 1},
                      {"note": "}, {\"id\": 0}", "id": 2, "image_id": 1, "bbox": [NaN, 2, 3, 4], "category_id": 1, "attributes": {"é": "\uD83D\uDE97 }, {"}},
                    {"parts": [{"id": 0}, {"id": 0}], "id": "drei", "image_id": 2, "segmentation": {"size": [2, 2], "counts": "04"}, /* } , { */ "category_id": 7}
                    """,
                    shape: 0
                )
        );
        var path = Path.Combine(folder.Path, "a.json");
        System.IO.File.WriteAllBytes(path, text);
        var expected = CocoWays.General(text, path);
        Assert.Equal(3, expected.Annotations.Count);
        for (var stretch = 1; stretch <= text.Length; stretch++)
            SameData.Assert(
                expected,
                CocoWays.Streamed(path, stretch, ahead: 1 + stretch % 7, threads: 1 + stretch % 3)
            );
    }

    [Fact]
    public void A_sound_file_stays_on_disk()
    {
        using var folder = new ScratchFolder();
        var path = Path.Combine(folder.Path, "a.json");
        var ring = string.Join(",", Enumerable.Range(0, 400).Select(i => $"{i}.{i % 100}"));
        var annotations = Enumerable
            .Range(0, 300)
            .Select(i =>
                $"{{\"id\": {i}, \"image_id\": 1, \"segmentation\": [[{(i % 50 == 7 ? ring : "1,2,3,4,5,6")}]]}}"
            );
        var text = Encoding.UTF8.GetBytes(Wrap(string.Join(",\n", annotations), 1));
        System.IO.File.WriteAllBytes(path, text);

        var data = CocoWays.Streamed(path, stretch: 500, ahead: 100, threads: 3);

        Assert.True(data.Files[0].Bytes.IsStreamed);
        Assert.Empty(data.Problems);
        SameData.Assert(CocoWays.General(text, path), data);
        Assert.Equal(
            data.Files[0].Sha256,
            Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(text))
        );
    }

    [Fact]
    public void A_big_file_that_ends_behind_a_bracket_is_incomplete()
    {
        var text = Encoding.UTF8.GetBytes(
            "{\"images\": [{\"id\": 1, \"file_name\": \"a\"}], \"x\": \""
                + new string('x', 2 << 20)
                + "\", \"annotations\": ["
        );

        Assert.Equal("LS2102", Assert.Single(Read.Bytes(text).Problems).Code);
    }

    [RealDataFact]
    public void Real_files_and_damaged_ones_are_read_the_same_every_way()
    {
        using var folder = new ScratchFolder();
        var seeds = Directory
            .EnumerateFiles(RealData.PathOf("coco"), "*.json", SearchOption.AllDirectories)
            .Where(path => new FileInfo(path).Length is > 100 and < 60_000)
            .Order(StringComparer.Ordinal)
            .Select(System.IO.File.ReadAllBytes)
            .ToArray();
        Assert.True(seeds.Length > 20);
        for (var i = 0; i < seeds.Length; i++)
            CocoWays.AssertSame(folder, seeds[i], stretch: 100 + 997 * i, ahead: 10 + i);

        var gen =
            from text in CocoDamage.Of(seeds, most: 6)
            from stretch in Gen.Int[200, 20_000]
            select (text, stretch);
        gen.Holds(sample => CocoWays.AssertSame(folder, sample.text, sample.stretch, ahead: 50), iter: 300, threads: 1);
    }

    [Theory]
    [InlineData("1,2,3,4,5,6")]
    [InlineData("1.25,2.5,300.75,4,65000.1,6")]
    [InlineData("0.123456,1.5,2.25,70000.5,1000000.5,2")]
    [InlineData("1e3,0.1234567890123,-0.0,4,5,6")]
    public void Packed_numbers_are_those_of_the_library(string numbers)
    {
        using var folder = new ScratchFolder();
        var path = Path.Combine(folder.Path, "a.json");
        System.IO.File.WriteAllText(path, Wrap($"{{\"id\": 1, \"image_id\": 1, \"segmentation\": [[{numbers}]]}}", 0));
        var data = CocoWays.Packed(path, takesShortcuts: true);
        var polygon = new Model.PolygonBuffer();

        Assert.True(data.Annotations.RingsOf(0) >= 0);
        Assert.True(data.ReadPolygon(0, polygon));
        Assert.Equal(
            numbers.Split(',').Select(text => double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)),
            polygon.Coordinates.ToArray()
        );
    }

    static string Wrap(string annotations, int shape)
    {
        const string Images =
            "\"images\": [{\"id\": 1, \"file_name\": \"a.jpg\", \"width\": 10}, {\"id\": 2, \"file_name\": \"b.jpg\"}]";
        const string Categories = "\"categories\": [{\"id\": 1, \"name\": \"a\"}, {\"id\": 7, \"name\": \"g\"}]";
        return shape switch
        {
            0 => $"{{{Images}, \"annotations\": [{annotations}], {Categories}}}",
            1 => $"{{\"info\": {{\"a\": [1, 2]}}, \"annotations\": [ {annotations} ]\n, {Categories}, {Images} }} \n",
            2 => $"[{annotations}]",
            3 => $"{{\"annotation\": [{annotations}], {Images}}} and more",
            4 => $"{{// c\n {Categories}, \"annotations\": [{annotations}",
            _ =>
                $"{{\"x\": \"}}, {{\", \"annotations\": [{annotations}], \"images\": 7, \"annotations\": [{{\"id\": 99}}]",
        };
    }

    static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
