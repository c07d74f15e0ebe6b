using System.Text;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Reading;

namespace LabelSpec.Annotations.Tests.Voc;

static class VocFixture
{
    public static byte[] Objects { get; } =
        File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Voc", "fixtures", "objects.xml"));

    /// <summary>Reads a text as a file in a folder that does not exist, so that only the text decides.</summary>
    public static Dataset Read(byte[] bytes, CoordinateSettings? coordinates = null) =>
        DatasetReader.Read(
            [new ReadInput("/no/such/folder/a.xml", bytes)],
            new ReadOptions { Coordinates = coordinates }
        );

    public static Dataset ReadBoxes(params int[][] boxes) => ReadBoxes(null, boxes);

    public static Dataset ReadBoxes(CoordinateSettings? coordinates, params int[][] boxes)
    {
        var objects = boxes.Select(b =>
            $"<object><name>a</name><bndbox><xmin>{b[0]}</xmin><ymin>{b[1]}</ymin><xmax>{b[2]}</xmax><ymax>{b[3]}</ymax></bndbox></object>"
        );
        return Read(
            Encoding.UTF8.GetBytes(
                $"<annotation><size><width>100</width><height>80</height></size>{string.Concat(objects)}</annotation>"
            ),
            coordinates
        );
    }
}
