using System.Globalization;
using System.Text;
using System.Xml.Linq;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;
using LabelSpec.Geometry;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Voc;

public class VocReaderTests
{
    static readonly Dataset Objects = VocFixture.Read(VocFixture.Objects);

    static string[] NamesOf(Dataset dataset) =>
        [.. dataset.Annotations.Categories.ToArray().Select(c => c < 0 ? "?" : dataset.Categories.Names[c])];

    [Fact]
    public void Objects_and_their_parts_are_annotations_in_a_group()
    {
        Assert.Empty(Objects.Problems);
        Assert.Equal("voc", Objects.Files[0].Format!.Id);
        Assert.Equal("head person car ship", string.Join(' ', NamesOf(Objects)));
        Assert.Equal([1, 1, -1, -1], Enumerable.Range(0, 4).Select(i => Objects.Annotations.Groups[i]));
        Assert.StartsWith("<part>", Read.Text(Objects, Objects.Annotations.SpanOf(0)));
        Assert.EndsWith("</object>", Read.Text(Objects, Objects.Annotations.SpanOf(1)));
    }

    [Fact]
    public void What_stands_around_a_part_is_said_of_the_object_and_what_stands_in_it_of_the_part()
    {
        var data = Tests.Read.Bytes(
            """
            <annotation><filename>a.jpg</filename>
              <object><name>person</name><pose>Left</pose>
                <part><name>head</name><truncated>1</truncated>
                  <bndbox><xmin>1</xmin><ymin>1</ymin><xmax>9</xmax><ymax>9</ymax></bndbox></part>
                <occluded>1</occluded>
                <bndbox><xmin>1</xmin><ymin>1</ymin><xmax>20</xmax><ymax>40</ymax></bndbox></object>
              <object><name>car</name><difficult>1</difficult>
                <bndbox><xmin>1</xmin><ymin>1</ymin><xmax>20</xmax><ymax>40</ymax></bndbox></object>
            </annotation>
            """u8.ToArray(),
            "a.xml"
        );

        string Show(int row) =>
            string.Join(
                ' ',
                data.Annotations.Attributes.Columns.Where(column => column.TryGet(row, out _))
                    .Select(column => column.Name)
                    .Order(StringComparer.Ordinal)
            );
        Assert.Equal("head person car", string.Join(' ', NamesOf(data)));
        Assert.Equal(["truncated", "occluded pose", "difficult"], Enumerable.Range(0, 3).Select(Show));
    }

    [Fact]
    public void The_XML_of_LabelMe_has_polygons_of_points()
    {
        var data = Tests.Read.Bytes(
            """
            <annotation><filename>a.jpg</filename><folder></folder>
              <imagesize><nrows>80</nrows><ncols>100</ncols></imagesize>
              <object><name>roof</name><deleted>0</deleted><occluded>no</occluded><id>0</id>
                <parts><hasparts></hasparts><ispartof></ispartof></parts>
                <polygon><pt><x>1.5</x><y>2</y></pt><pt><x>20</x><y>2</y></pt><pt><x>20</x><y>9</y></pt><username>admin</username></polygon>
              </object>
              <object><name>gone</name><deleted>1</deleted><polygon><pt><x>1</x><y>2</y></pt></polygon></object>
              <object><name>sky</name><deleted>0</deleted>
                <segm><username>admin</username><box><xmin>3</xmin><ymin>4</ymin><xmax>30</xmax><ymax>40</ymax></box><mask>m.png</mask></segm>
              </object>
            </annotation>
            """u8.ToArray(),
            "a.xml"
        );

        Assert.Empty(data.Problems);
        Assert.Equal("roof sky", string.Join(' ', NamesOf(data)));
        Assert.Equal((100, 80), (data.Images.Widths[0], data.Images.Heights[0]));
        var polygon = new PolygonBuffer();
        Assert.True(data.ReadPolygon(0, polygon));
        Assert.Equal([1.5, 2, 20, 2, 20, 9], polygon.PartAt(0));
        Assert.Equal(Box.FromEdges(1.5, 2, 20, 9), data.Annotations.Boxes[0]);
        Assert.Equal(Box.FromEdges(3, 4, 30, 40), data.Annotations.Boxes[1]);
    }

    [Fact]
    public void The_image_has_its_name_size_and_attributes()
    {
        Assert.Equal("a & b.jpg", Objects.Images.FileNames[0]);
        Assert.Equal((100, 80), (Objects.Images.Widths[0], Objects.Images.Heights[0]));
        Assert.True(Objects.Images.Attributes.TryGet(0, "segmented", out var segmented));
        Assert.Equal(AttributeValue.Of(true), segmented);
        Assert.Equal(4, Objects.Annotations.OfImage(0).Length);
    }

    [Fact]
    public void Flags_are_truth_values_and_the_rest_is_text()
    {
        var attributes = Objects.Annotations.Attributes;

        Assert.Equal(AnnotationFlags.Difficult, Objects.Annotations.Flags[1] & AnnotationFlags.Difficult);
        Assert.Equal("Left", Value(1, "pose").AsText);
        Assert.Equal(AttributeValue.Of(false), Value(1, "truncated"));
        Assert.Equal(AttributeValue.Of(true), Value(1, "difficult"));
        Assert.Equal(AttributeValue.Of(true), Value(1, "walking"));
        Assert.Equal(AttributeValue.Of(false), Value(1, "reading"));
        Assert.Equal("dark red", Value(2, "color").AsText);
        Assert.False(attributes.TryGet(0, "pose", out _));

        AttributeValue Value(int row, string name)
        {
            Assert.True(attributes.TryGet(row, name, out var value), name);
            return value;
        }
    }

    [Fact]
    public void Pixels_counted_from_1_with_the_last_one_included_become_continuous_edges()
    {
        var convention = Assert.Single(Objects.Conventions);

        Assert.Equal((1, BoxEdges.Inclusive, false), (convention.Origin, convention.Edges, convention.IsDeclared));
        Assert.Equal(Box.FromEdges(0, 10, 20, 80), Objects.Annotations.Boxes[1]);
        Assert.Equal(Box.FromEdges(29, 39, 50, 60), Objects.Annotations.Boxes[2]);
    }

    [Fact]
    public void A_rotated_box_turns_by_radians()
    {
        Assert.Equal(ShapeKind.RotatedBox, Objects.Annotations.Shapes[3]);
        Assert.Equal(new Box(40.5, 35, 20, 10), Objects.Annotations.Boxes[3]);
        Assert.Equal(90, Objects.Annotations.Angles[3], 9);
    }

    [Fact]
    public void The_convention_follows_from_the_data()
    {
        Check(1, BoxEdges.Inclusive, [1, 5, 20, 30], [7, 8, 100, 80]);
        Check(0, BoxEdges.Continuous, [0, 5, 20, 30], [7, 8, 100, 80]);
        Check(0, BoxEdges.Inclusive, [0, 5, 20, 30], [7, 8, 99, 79]);
        Check(0, BoxEdges.Continuous, [0, 5, 20, 30]);
        Check(0, BoxEdges.Continuous, [5, 5, 20, 30]);
        Check(0, BoxEdges.Continuous, [1, 5, 20, 30], [50, 50, 50, 50]);
        Check(0, BoxEdges.Continuous);

        static void Check(int origin, BoxEdges edges, params int[][] boxes)
        {
            var convention = Assert.Single(VocFixture.ReadBoxes(boxes).Conventions);
            Assert.Equal((origin, edges), (convention.Origin, convention.Edges));
            Assert.NotEmpty(convention.Evidence);
        }
    }

    [Fact]
    public void What_is_declared_wins()
    {
        var declared = new CoordinateSettings { Origin = 1, Edges = BoxEdges.Continuous };
        var dataset = VocFixture.ReadBoxes(declared, [0, 5, 20, 30]);

        Assert.Equal(Box.FromEdges(-1, 4, 19, 29), dataset.Annotations.Boxes[0]);
        Assert.True(dataset.Conventions[0].IsDeclared);
    }

    [Fact]
    public void One_file_is_understood_as_its_whole_folder_is()
    {
        var folder = Directory.CreateTempSubdirectory("labelspec");
        try
        {
            Write("a.xml", 10);
            Write("b.xml", 1);
            // What other systems leave beside files says nothing about them.
            Write("._a.xml", 0);
            var file = Path.Combine(folder.FullName, "a.xml");

            foreach (
                var inputs in (string[][])
                    [
                        [file],
                        [folder.FullName],
                        [folder.FullName + Path.DirectorySeparatorChar],
                        [file, folder.FullName],
                    ]
            )
            {
                var dataset = DatasetReader.Read(inputs);

                Assert.Equal(1, Assert.Single(dataset.Conventions).Origin);
                Assert.Equal(9, dataset.Annotations.Boxes[0].Left);
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        void Write(string name, int xmin) =>
            File.WriteAllText(
                Path.Combine(folder.FullName, name),
                $"<annotation><object><name>a</name><bndbox><xmin>{xmin}</xmin><ymin>5</ymin><xmax>20</xmax><ymax>30</ymax></bndbox></object></annotation>"
            );
    }

    [Theory]
    [InlineData(
        "<object><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></object>",
        "LS2207",
        "<object>"
    )]
    [InlineData("<object><name>a</name></object>", "LS2207", "<object>")]
    [InlineData(
        "<object><name>a</name><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax></bndbox></object>",
        "LS2207",
        "<bndbox>"
    )]
    [InlineData(
        "<object><name>a</name><bndbox><xmin>1,5</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></object>",
        "LS2208",
        "1,5"
    )]
    [InlineData("<size><width>wide</width><height>3</height></size>", "LS2208", "wide")]
    public void What_is_wrong_with_an_object_is_reported_at_its_place(string content, string code, string place)
    {
        var dataset = VocFixture.Read(Encoding.UTF8.GetBytes($"<annotation><folder/>{content}</annotation>"));

        var problem = Assert.Single(dataset.Problems);
        Assert.Equal((code, place), (problem.Code, Read.Text(dataset, problem.Span)));
    }

    [Fact]
    public void An_empty_name_is_a_category_without_name()
    {
        var dataset = VocFixture.Read(
            "<annotation><object><name/><bndbox><xmin>1</xmin><ymin>1</ymin><xmax>2</xmax><ymax>2</ymax></bndbox></object></annotation>"u8.ToArray()
        );

        Assert.Empty(dataset.Problems);
        Assert.Equal([""], NamesOf(dataset));
        Assert.Equal((0, 0), (dataset.Images.Widths[0], dataset.Images.Heights[0]));
    }

    [Fact]
    public void Every_prefix_and_random_damage_are_read_without_an_exception()
    {
        for (var length = 0; length < VocFixture.Objects.Length; length += 5)
            VocFixture.Read(VocFixture.Objects[..length]);
        var random = new Random(5);
        for (var round = 0; round < 400; round++)
        {
            var damaged = VocFixture.Objects.ToArray();
            for (var i = 0; i < 6; i++)
                damaged[random.Next(damaged.Length)] = "<>/&; a09.-\0"u8[random.Next(12)];
            var dataset = VocFixture.Read(damaged);
            for (var i = 0; i < dataset.Annotations.Count; i++)
                dataset.Locate(Element.Annotation(i), Field.BoxPart(2));
        }
    }

    [Fact]
    public void A_truncated_file_keeps_what_was_complete()
    {
        var text = Encoding.UTF8.GetString(VocFixture.Objects);
        var dataset = VocFixture.Read(
            Encoding.UTF8.GetBytes(text[..text.IndexOf("<value>", StringComparison.Ordinal)])
        );

        Assert.Equal("head person", string.Join(' ', NamesOf(dataset)));
        Assert.Equal("LS2202", Assert.Single(dataset.Problems).Code);
    }

    [Theory]
    [InlineData(1, FieldKind.Category, 0, "", "person")]
    [InlineData(1, FieldKind.BoxPart, 3, "", "80")]
    [InlineData(
        2,
        FieldKind.Box,
        0,
        "",
        "<bndbox><xmax>50</xmax><ymax>60</ymax><xmin>30</xmin><ymin>40</ymin></bndbox>"
    )]
    [InlineData(2, FieldKind.BoxPart, 0, "", "30")]
    [InlineData(3, FieldKind.BoxPart, 2, "", "20")]
    [InlineData(3, FieldKind.Angle, 0, "", "1.5707963267948966")]
    [InlineData(1, FieldKind.Attribute, 0, "difficult", "1")]
    [InlineData(1, FieldKind.Attribute, 0, "reading", "0")]
    [InlineData(2, FieldKind.Attribute, 0, "color", "dark red")]
    public void A_value_is_located_exactly(int row, FieldKind kind, int index, string name, string expected)
    {
        var span = Objects.Locate(Element.Annotation(row), new(kind, name, index));

        Assert.Equal(expected, Read.Text(Objects, span));
    }

    [Theory]
    [InlineData(
        "<pt><x>1</x><y>2</y></pt><pt><x>3</x><y>4</y></pt><pt><x>5</x><y>9</y></pt>",
        "<pt><x>3</x><y>4</y></pt>"
    )]
    [InlineData(
        "<username>eve</username><pt><x>1</x><y>2</y></pt><pt><x>3</x><y>4</y></pt>",
        "<pt><x>3</x><y>4</y></pt>"
    )]
    [InlineData("<x1>1</x1><y1>2</y1><x2>3</x2><y2>4</y2><x3>5</x3><y3>9</y3>", "3</x2><y2>4")]
    public void A_vertex_is_located_exactly(string polygon, string expected)
    {
        var dataset = Read.Json(
            "<annotation><filename>a.jpg</filename><object><name>car</name><polygon>"
                + polygon
                + "</polygon></object></annotation>",
            "a.xml"
        );

        Assert.Equal(expected, Read.Text(dataset, dataset.Locate(Element.Annotation(0), Field.VertexOf(0, 1))));
    }

    [Theory]
    [InlineData(FieldKind.FileName, "a &amp; b.jpg")]
    [InlineData(FieldKind.Width, "100")]
    [InlineData(FieldKind.Height, "80")]
    public void A_value_of_the_image_is_located_exactly(FieldKind kind, string expected)
    {
        Assert.Equal(expected, Read.Text(Objects, Objects.Locate(Element.Image(0), new(kind))));
    }

    [RealDataTheory]
    [InlineData("bccd/BCCD/Annotations", 364, 4888, 0, BoxEdges.Continuous)]
    [InlineData("hit-uav-voc/normal_xml/Annotations", 194, 1661, 0, BoxEdges.Continuous)]
    [InlineData("review-metrics-voc/data/database/gts/pascalvoc_format", 100, 273, 1, BoxEdges.Inclusive)]
    [InlineData("review-metrics-voc/data/database/gts/imagenet_format/Annotations", 100, 273, 1, BoxEdges.Inclusive)]
    [InlineData("2label-voc/datasets/voc1.1/Annotations", 4, 18, 0, BoxEdges.Continuous)]
    [InlineData("datumaro-voc/tests/assets/voc_dataset/voc_dataset1/Annotations", 1, 3, 1, BoxEdges.Inclusive)]
    public void Real_folders_are_read_completely(string folder, int files, int objects, int origin, BoxEdges edges)
    {
        var path = RealData.PathOf("voc/" + folder);
        var dataset = DatasetReader.Read([path]);

        // One of these made-up collections has a cat, and a list of cats that says it has none.
        Assert.Empty(dataset.Problems.Where(problem => problem.Code != "LS2507"));
        Assert.Equal((files, objects), (dataset.Images.Count, dataset.Annotations.Count));
        var convention = Assert.Single(dataset.Conventions);
        Assert.Equal((origin, edges), (convention.Origin, convention.Edges));
        for (var i = 0; i < objects; i++)
            foreach (var part in (int[])[0, 1, 2, 3])
            {
                var text = Read.Text(dataset, dataset.Locate(Element.Annotation(i), Field.BoxPart(part)));
                Assert.True(double.TryParse(text, CultureInfo.InvariantCulture, out _), text);
            }
    }

    [RealDataFact]
    public void Rotated_boxes_of_a_real_folder_are_read()
    {
        var dataset = DatasetReader.Read([RealData.PathOf("voc/hit-uav-voc/rotate_xml/Annotations")]);

        Assert.Empty(dataset.Problems);
        Assert.Equal(193, dataset.Images.Count);
        Assert.All(dataset.Annotations.Shapes.ToArray(), shape => Assert.Equal(ShapeKind.RotatedBox, shape));
    }

    [RealDataFact]
    public void Boxes_of_a_real_folder_are_the_ones_that_System_Xml_finds()
    {
        var folder = RealData.PathOf("voc/bccd/BCCD/Annotations");
        var expected = Directory
            .GetFiles(folder, "*.xml")
            .Order(StringComparer.Ordinal)
            .SelectMany(path => XDocument.Load(path).Descendants("bndbox"))
            .Select(box => Box.FromEdges(Edge(box, "xmin"), Edge(box, "ymin"), Edge(box, "xmax"), Edge(box, "ymax")))
            .ToArray();
        var dataset = DatasetReader.Read([folder]);

        Assert.Equal(expected, dataset.Annotations.Boxes.ToArray());
        Assert.Equal(2, expected.Count(box => box.Area == 0));

        static double Edge(XElement box, string name) => (double)box.Element(name)!;
    }

    [RealDataFact]
    public void Image_sets_become_splits()
    {
        var dataset = DatasetReader.Read([
            RealData.PathOf("voc/datumaro-voc/tests/assets/voc_dataset/voc_dataset1/Annotations"),
        ]);

        Assert.Equal("train", dataset.Images.SplitOf(0));
    }
}
