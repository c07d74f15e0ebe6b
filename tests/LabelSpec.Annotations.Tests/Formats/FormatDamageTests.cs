using System.Diagnostics;
using CsCheck;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Formats;

/// <summary>Damaged files of every format are read without an exception, and in time.</summary>
public class FormatDamageTests
{
    /// <summary>Far more than a file of some kilobytes takes, also on a machine with other work.</summary>
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(20);

    static readonly byte[][] Insertions =
    [
        .. new[]
        {
            "\"",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\n",
            "\r",
            " ",
            "-1",
            "1e999",
            "99999999999999999999",
            "NaN",
            "null",
            "true",
            "\\u0000",
            "[[[[[[[[",
            "{\"a\":",
            "\0",
        }.Select(System.Text.Encoding.UTF8.GetBytes),
        [0xFF, 0xFE, 0xC0],
    ];

    static readonly Field[] Fields =
    [
        .. Enum.GetValues<FieldKind>().SelectMany(kind => new Field[] { new(kind), new(kind, "occluded", 3, 7) }),
    ];

    public static TheoryData<string> Ids => [.. FormatFixtures.Ids];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Random_damage_is_survived(string id)
    {
        var files = FormatFixtures.AnnotationFilesOf(id).ToArray();
        var cut = Gen.Select(Gen.Double[0, 1], Gen.Int[0, 12], Gen.Int[0, Insertions.Length - 1], Gen.Byte);
        Gen.Select(Gen.Int[0, files.Length - 1], cut.Array[1, 6])
            .Holds(
                (file, cuts) =>
                {
                    var bytes = File.ReadAllBytes(files[file]).ToList();
                    foreach (var (share, length, insertion, value) in cuts)
                        Damage(bytes, (int)(share * bytes.Count), length, Insertions[insertion], value);
                    Survive(id, files[file], [.. bytes]);
                },
                iter: 150
            );
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_beginning_of_a_file_is_survived(string id)
    {
        foreach (var file in FormatFixtures.AnnotationFilesOf(id))
        {
            var bytes = File.ReadAllBytes(file);
            for (var length = 0; length < bytes.Length; length += Math.Max(1, bytes.Length / 60))
                Survive(id, file, bytes[..length]);
        }
    }

    static void Damage(List<byte> bytes, int at, int length, byte[] insertion, byte value)
    {
        at = Math.Min(at, bytes.Count);
        length = Math.Min(length, bytes.Count - at);
        switch (value % 4)
        {
            case 0:
                bytes.RemoveRange(at, length);
                break;
            case 1:
                bytes.InsertRange(at, insertion);
                break;
            case 2:
                bytes.InsertRange(at, bytes.GetRange(at, length));
                break;
            default:
                if (at < bytes.Count)
                    bytes[at] = value;
                break;
        }
    }

    static void Survive(string id, string path, byte[] bytes)
    {
        var watch = Stopwatch.StartNew();
        var format = FormatFixtures.Format(id);
        // The detectors see it too.
        foreach (var other in AnnotationFormats.All)
            other.Detect(FormatFixtures.Probe(path, bytes));
        var dataset = DatasetReader.Read(
            [new ReadInput(path, bytes)],
            new ReadOptions { Format = format, Threads = 1 }
        );
        Use(dataset);
        Assert.True(watch.Elapsed < Longest, $"took {watch.Elapsed}");
    }

    static void Use(Dataset dataset)
    {
        FormatFixtures.Show(dataset);
        for (var row = 0; row < Math.Min(3, dataset.Annotations.Count); row++)
        {
            var element = Element.Annotation(row);
            foreach (var field in Fields)
                dataset.Locate(element, field);
            dataset.Edit([
                new ElementChange.SetBox(element, new(1, 2, 3, 4)),
                new ElementChange.SetCategory(element, "x"),
                new ElementChange.SetAttribute(element, "occluded", AttributeValue.Of(true)),
                new ElementChange.SetPolygon(
                    element,
                    [
                        [1, 2, 3, 4, 5, 6],
                    ]
                ),
            ]);
            dataset.Edit([new ElementChange.Remove(element)]);
        }
        for (var image = 0; image < Math.Min(3, dataset.Images.Count); image++)
            foreach (var field in Fields)
                dataset.Locate(Element.Image(image), field);
    }
}
