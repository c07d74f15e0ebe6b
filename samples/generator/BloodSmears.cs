using System.Text;
using SkiaSharp;

namespace SampleGenerator;

/// <summary>Four microscope pictures with Pascal VOC files (1-based, inclusive corners).</summary>
static class BloodSmears
{
    const int Width = 640;
    const int Height = 480;

    sealed record Picture(string Name, Shape[] Cells);

    static Shape Red(double x, double y, double d = 90) => new("RBC", x, y, d, d);

    static Shape White(double x, double y, double d) => new("WBC", x, y, d, d);

    static Shape Platelet(double x, double y) => new("Platelets", x, y, 24, 22);

    static Shape Truncated(Shape shape) => shape.With("truncated", "1");

    static Picture[] Pictures =>
        [
            new(
                "smear_01",
                [Red(60, 60), Red(170, 80), Red(300, 40), White(360, 220, 160), Platelet(120, 300), Red(220, 330)]
            ),
            // The same red cell twice, and a platelet inside a white cell.
            new(
                "smear_02",
                [
                    Red(80, 90),
                    Red(83, 92) with
                    {
                        Invisible = true,
                    },
                    White(300, 120, 170),
                    Platelet(370, 190),
                    Red(120, 330),
                ]
            ),
            // Cut by the edge, and truncated in the middle.
            new(
                "smear_03",
                [Red(0, 200, 80), Truncated(Red(300, 180)), Truncated(Red(550, 300, 90)), Platelet(450, 60)]
            ),
            // A white cell smaller than the red ones, and a box without size.
            new("smear_04", [Red(100, 100, 110), White(320, 140, 64), Red(420, 300, 100), new("RBC", 504, 337, 0, 0)]),
        ];

    public static void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "images"));
        Directory.CreateDirectory(Path.Combine(folder, "annotations"));
        foreach (var picture in Pictures)
        {
            Draw(picture, Path.Combine(folder, "images", picture.Name + ".png"));
            File.WriteAllText(Path.Combine(folder, "annotations", picture.Name + ".xml"), Voc(picture));
        }
    }

    static string Voc(Picture picture)
    {
        var text = new StringBuilder();
        text.Append($"<annotation>\n\t<folder>images</folder>\n\t<filename>{picture.Name}.png</filename>\n");
        text.Append(
            $"\t<size>\n\t\t<width>{Width}</width>\n\t\t<height>{Height}</height>\n\t\t<depth>3</depth>\n\t</size>\n\t<segmented>0</segmented>\n"
        );
        foreach (var cell in picture.Cells)
        {
            var truncated = cell.Attributes.GetValueOrDefault("truncated", "0");
            // A box that covers exactly the first pixel is 1, 1, 1, 1 in Pascal VOC.
            var (xmax, ymax) = cell.W == 0 ? (cell.X, cell.Y) : (cell.X + cell.W, cell.Y + cell.H);
            var (xmin, ymin) = cell.W == 0 ? (cell.X, cell.Y) : (cell.X + 1, cell.Y + 1);
            text.Append(
                $"\t<object>\n\t\t<name>{cell.Label}</name>\n\t\t<pose>Unspecified</pose>\n\t\t<truncated>{truncated}</truncated>\n\t\t<difficult>0</difficult>\n"
                    + $"\t\t<bndbox>\n\t\t\t<xmin>{xmin}</xmin>\n\t\t\t<ymin>{ymin}</ymin>\n\t\t\t<xmax>{xmax}</xmax>\n\t\t\t<ymax>{ymax}</ymax>\n\t\t</bndbox>\n\t</object>\n"
            );
        }
        return text.Append("</annotation>\n").ToString();
    }

    static void Draw(Picture picture, string path)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        var canvas = surface.Canvas;
        canvas.Clear(SKColor.Parse("#f6e7e4"));
        using var paint = new SKPaint { IsAntialias = true };
        void Oval(string color, double x, double y, double w, double h)
        {
            paint.Color = SKColor.Parse(color);
            canvas.DrawOval(new SKRect((float)x, (float)y, (float)(x + w), (float)(y + h)), paint);
        }

        foreach (var cell in picture.Cells.Where(c => !c.Invisible))
        {
            if (cell.Label == "RBC")
            {
                Oval("#d98880", cell.X, cell.Y, cell.W, cell.H);
                Oval("#ecc2bd", cell.X + cell.W * 0.3, cell.Y + cell.H * 0.3, cell.W * 0.4, cell.H * 0.4);
            }
            else if (cell.Label == "WBC")
            {
                Oval("#cdb4db", cell.X, cell.Y, cell.W, cell.H);
                Oval("#5a3d7a", cell.X + cell.W * 0.2, cell.Y + cell.H * 0.25, cell.W * 0.35, cell.H * 0.45);
                Oval("#5a3d7a", cell.X + cell.W * 0.45, cell.Y + cell.H * 0.35, cell.W * 0.35, cell.H * 0.4);
            }
            else
                Oval("#8e5572", cell.X, cell.Y, cell.W, cell.H);
        }
        UrbanScenes.Save(surface, path);
    }
}
