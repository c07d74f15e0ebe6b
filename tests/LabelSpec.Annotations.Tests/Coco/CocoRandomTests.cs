using System.Globalization;
using System.Text;
using CsCheck;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Geometry;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Coco;

/// <summary>Random data sets, written with random white space and order of keys, are read as what they are.</summary>
public class CocoRandomTests
{
    sealed record Shape(
        int Image,
        int Category,
        double[] Box,
        double[][] Rings,
        bool Crowd,
        string? Colour,
        double? Score
    );

    static readonly Gen<double> Number = Gen.Int[-2000, 200000].Select(n => n / 100.0);

    static readonly Gen<Shape> Shapes =
        from image in Gen.Int[0, 5]
        from category in Gen.Int[0, 3]
        from box in Number.Array[4]
        from rings in Number.Array[6, 12].Array[0, 3]
        from crowd in Gen.Bool
        from colour in Gen.OneOf(Gen.Const((string?)null), Gen.String[0, 6].Select(s => (string?)Clean(s)))
        from score in Gen.OneOf(Gen.Const((double?)null), Gen.Double.Unit.Select(d => (double?)d))
        select new Shape(image, category, box, rings, crowd, colour, score);

    [Fact]
    public void A_written_data_set_reads_back_as_the_same_model() =>
        Gen.Select(Shapes.Array[0, 12], Gen.Int)
            .Holds(
                (shapes, seed) =>
                {
                    var dataset = Read.Json(new Writer(seed).Write(shapes));

                    Assert.Empty(dataset.Problems);
                    Assert.Equal(shapes.Length, dataset.Annotations.Count);
                    for (var i = 0; i < shapes.Length; i++)
                        AssertSame(shapes[i], dataset, i);
                },
                iter: 400
            );

    [Fact]
    public void Every_field_is_located_at_its_text() =>
        Gen.Select(Shapes.Array[1, 6], Gen.Int)
            .Holds(
                (shapes, seed) =>
                {
                    var dataset = Read.Json(new Writer(seed).Write(shapes));
                    for (var i = 0; i < shapes.Length; i++)
                    for (var part = 0; part < 4; part++)
                        Assert.Equal(
                            Writer.Show(shapes[i].Box[part]),
                            Read.Text(dataset, dataset.Locate(Element.Annotation(i), Field.BoxPart(part)))
                        );
                },
                iter: 200
            );

    [Fact]
    public void An_edited_file_has_the_change_and_nothing_else() =>
        Gen.Select(Shapes.Array[1, 8], Gen.Int, Gen.Int[0, 7], Number.Array[4])
            .Holds(
                (shapes, seed, pick, box) =>
                {
                    var text = new Writer(seed).Write(shapes);
                    var dataset = Read.Json(text);
                    var at = pick % shapes.Length;
                    ElementChange[] changes =
                    [
                        new ElementChange.SetBox(Element.Annotation(at), new Box(box[0], box[1], box[2], box[3])),
                        new ElementChange.SetAttribute(Element.Annotation(at), "size", AttributeValue.Of("big")),
                        .. Enumerable.Range(0, shapes.Length).Where(i => i != at && i % 2 == 0).Select(Removal),
                    ];

                    var plan = dataset.Edit(changes);
                    var edited = Read.Bytes(EditedBytes.Of(dataset, plan));

                    Assert.Empty(plan.Refused);
                    Assert.Empty(edited.Problems);
                    var kept = Enumerable.Range(0, shapes.Length).Where(i => i == at || i % 2 != 0).ToArray();
                    Assert.Equal(kept.Length, edited.Annotations.Count);
                    for (var i = 0; i < kept.Length; i++)
                    {
                        var expected = kept[i] == at ? shapes[at] with { Box = box } : shapes[kept[i]];
                        AssertSame(expected, edited, i);
                        Assert.Equal(
                            kept[i] == at,
                            edited.Annotations.Attributes.TryGet(i, "size", out var size) && size.AsText == "big"
                        );
                    }
                },
                iter: 400
            );

    static ElementChange Removal(int annotation) => new ElementChange.Remove(Element.Annotation(annotation));

    static void AssertSame(Shape shape, Dataset dataset, int i)
    {
        var annotations = dataset.Annotations;
        Assert.Equal(shape.Image, annotations.Images[i]);
        Assert.Equal($"class {shape.Category}", dataset.Categories.NameOf(annotations.Categories[i]));
        Assert.Equal(new Box(shape.Box[0], shape.Box[1], shape.Box[2], shape.Box[3]), annotations.Boxes[i]);
        Assert.Equal(shape.Crowd, annotations.Flags[i].HasFlag(AnnotationFlags.Crowd));
        Assert.Equal(shape.Score ?? double.NaN, annotations.Scores[i]);
        Assert.Equal(shape.Colour is not null, annotations.Attributes.TryGet(i, "colour", out var colour));
        Assert.Equal(shape.Colour ?? "", colour.AsText);
        var polygon = new PolygonBuffer();
        Assert.Equal(shape.Rings.Length > 0, dataset.ReadPolygon(i, polygon));
        for (var ring = 0; ring < shape.Rings.Length; ring++)
            Assert.Equal(shape.Rings[ring], polygon.PartAt(ring).ToArray());
    }

    static string Clean(string text) => new([.. text.Where(c => !char.IsSurrogate(c))]);

    /// <summary>Writes JSON as unlike any other writer's as the grammar allows.</summary>
    sealed class Writer(int seed)
    {
        readonly Random random = new(seed);

        public static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);

        public string Write(Shape[] shapes) =>
            Object(
                (
                    "images",
                    Array(Enumerable.Range(0, 6).Select(i => Object(("id", $"{i * 7}"), ("file_name", $"\"{i}.jpg\""))))
                ),
                ("annotations", Array(shapes.Select((shape, i) => Write(shape, i)))),
                (
                    "categories",
                    Array(Enumerable.Range(0, 4).Select(i => Object(("id", $"{i}"), ("name", $"\"class {i}\""))))
                ),
                ("info", Object(("x", "[{\"annotations\": []}]")))
            );

        string Write(Shape shape, int index)
        {
            var members = new List<(string, string)>
            {
                ("id", $"{index}"),
                ("image_id", $"{shape.Image * 7}"),
                ("category_id", $"{shape.Category}"),
                ("bbox", Array(shape.Box.Select(Show))),
                ("segmentation", Array(shape.Rings.Select(ring => Array(ring.Select(Show))))),
                ("iscrowd", shape.Crowd ? "1" : "0"),
                ("extra", Object(("a", "\"}]\\\"\""))),
            };
            if (shape.Score is { } score)
                members.Add(("score", Show(score)));
            if (shape.Colour is { } colour)
                members.Add(("attributes", Object(("colour", Annotations.Formats.Json.JsonText.Quote(colour)))));
            return Object([.. members]);
        }

        string Object(params (string Key, string Value)[] members)
        {
            random.Shuffle(members);
            return $"{{{Space()}{string.Join($"{Space()},{Space()}", members.Select(m => $"\"{m.Key}\"{Space()}:{Space()}{m.Value}"))}{Space()}}}";
        }

        string Array(IEnumerable<string> items) => $"[{Space()}{string.Join($"{Space()},{Space()}", items)}{Space()}]";

        string Space()
        {
            var space = new StringBuilder();
            while (random.Next(3) == 0)
                space.Append(" \n\r\t"[random.Next(4)]);
            return space.ToString();
        }
    }
}
