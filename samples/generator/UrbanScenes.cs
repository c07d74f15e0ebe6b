using System.Globalization;
using System.Text;
using SkiaSharp;

namespace SampleGenerator;

/// <summary>Six street frames in COCO (train) and two in CVAT XML (val).</summary>
static class UrbanScenes
{
    const int Width = 640;
    const int Height = 360;

    static readonly (int Id, string Name, string Super)[] Categories =
    [
        (1, "person", "person"),
        (2, "bicycle", "vehicle"),
        (3, "car", "vehicle"),
        (4, "motorcycle", "vehicle"),
        (6, "bus", "vehicle"),
        (8, "truck", "vehicle"),
        (9, "rider", "person"),
        (10, "traffic light", "outdoor"),
        (11, "ignore_region", "outdoor"),
    ];

    sealed record Frame(string Name, string Weather, string Time, Shape[] Shapes);

    static Shape Car(double x, double y, double w, double h) => new("car", x, y, w, h);

    static Shape Person(double x, double y, double h) => new("person", x, y, Math.Round(h * 0.4), h);

    static Shape Light(double x, double y, string state) =>
        new("traffic light", x, y, 14, 36) { Attributes = { ["state"] = Quote(state), ["arrow"] = "false" } };

    static Shape Rider(double x, double y, string helmet) =>
        new("rider", x, y, 34, 70) { Attributes = { ["helmet"] = Quote(helmet) } };

    static Frame[] Train =>
        [
            new(
                "frame_000.png",
                "clear",
                "day",
                [
                    Car(60, 200, 150, 80),
                    new("truck", 330, 150, 170, 130),
                    Light(520, 60, "green"),
                    Person(250, 190, 90),
                    Person(560, 200, 95),
                ]
            ),
            new(
                "frame_001.png",
                "clear",
                "day",
                [
                    Car(40, 205, 160, 82),
                    // One vehicle, two classes.
                    new("truck", 42, 206, 158, 81) { Invisible = true },
                    Rider(330, 170, "yes"),
                    new("bicycle", 315, 205, 66, 52),
                    // A rider without a two-wheeler.
                    Rider(500, 180, "no"),
                ]
            ),
            new(
                "frame_002.png",
                "rain",
                "dusk",
                [
                    Car(200, 190, 180, 95),
                    // The driver is not labelled.
                    new("person", 280, 200, 26, 40) { Invisible = true },
                    Person(480, 195, 92),
                    // Drawn twice.
                    Person(481, 195, 92) with
                    {
                        Invisible = true,
                    },
                    // A speck.
                    new("person", 610, 180, 5, 9) { Invisible = true },
                ]
            ),
            new(
                "frame_003.png",
                "clear",
                "night",
                [
                    Light(300, 50, "off"),
                    Light(420, 55, "red"),
                    Car(80, 205, 150, 80).With("truncation", "0.2"),
                    // Leaves the frame by 30 pixels.
                    Car(520, 200, 150, 85).With("truncation", "0.25"),
                ]
            ),
            new(
                "frame_004.png",
                "snow",
                "day",
                [new("bus", 6, 4, 628, 350), Person(300, 230, 100).With("occlusion", Quote("heavily"))]
            ),
            new(
                "frame_005.png",
                "clear",
                "day",
                [
                    Car(100, 210, 140, 70) with
                    {
                        Polygon = [100, 280, 110, 235, 140, 210, 205, 210, 232, 238, 240, 280],
                    },
                    // Crosses itself.
                    Car(360, 205, 150, 80) with
                    {
                        Polygon = [360, 285, 510, 205, 510, 285, 360, 205],
                    },
                    Person(280, 180, 110) with
                    {
                        Keypoints = Skeleton(280, 180, 44, 110),
                    },
                ]
            ),
        ];

    static Frame[] Validation =>
        [
            new(
                "frame_100.png",
                "clear",
                "day",
                [Car(90, 205, 150, 80), Rider(400, 175, "unknown"), new("bicycle", 388, 210, 66, 50)]
            ),
            new(
                "frame_101.png",
                "fog",
                "dusk",
                [new("bus", 150, 120, 260, 170), Light(500, 70, "red"), Rider(560, 190, "yes")]
            ),
        ];

    public static void Write(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, "images"));
        Directory.CreateDirectory(Path.Combine(folder, "data"));
        foreach (var frame in Train.Concat(Validation))
            Draw(frame, Path.Combine(folder, "images", frame.Name));
        DrawTaxi(Path.Combine(folder, "images", "taxi.png"));
        File.WriteAllText(Path.Combine(folder, "data", "train.json"), Coco(Train));
        File.WriteAllText(Path.Combine(folder, "data", "val.xml"), Cvat(Validation));
    }

    static string Coco(Frame[] frames)
    {
        var text = new StringBuilder();
        text.Append("{\n  \"info\": {\"description\": \"Urban driving sample\", \"version\": \"2.3.0\"},\n");
        text.Append("  \"images\": [\n");
        text.AppendJoin(
            ",\n",
            frames.Select(
                (frame, i) =>
                    $"    {{\"id\": {i + 1}, \"file_name\": \"{frame.Name}\", \"width\": {Width}, \"height\": {Height}, "
                    + $"\"attributes\": {{\"weather\": \"{frame.Weather}\", \"time\": \"{frame.Time}\"}}}}"
            )
        );
        text.Append("\n  ],\n  \"annotations\": [\n");
        var id = 0;
        text.AppendJoin(
            ",\n",
            frames.SelectMany((frame, i) => frame.Shapes.Select(s => CocoAnnotation(++id, i + 1, s)))
        );
        text.Append("\n  ],\n  \"categories\": [\n");
        text.AppendJoin(
            ",\n",
            Categories.Select(c =>
                $"    {{\"id\": {c.Id}, \"name\": \"{c.Name}\", \"supercategory\": \"{c.Super}\""
                + (
                    c.Id == 1
                        ? ", \"keypoints\": [\"nose\", \"left_eye\", \"right_eye\", \"left_shoulder\", \"right_shoulder\"], \"skeleton\": [[1, 2], [1, 3], [4, 5]]"
                        : ""
                )
                + "}"
            )
        );
        return text.Append("\n  ]\n}\n").ToString();
    }

    static string CocoAnnotation(int id, int image, Shape shape)
    {
        var category = Categories.First(c => c.Name == shape.Label).Id;
        var area = shape.Polygon is { } polygon ? Area(polygon) : shape.W * shape.H;
        var segmentation = shape.Polygon is null ? "[]" : $"[[{string.Join(", ", shape.Polygon.Select(Number))}]]";
        var keypoints = shape.Keypoints is null
            ? ""
            : $", \"keypoints\": [{string.Join(", ", shape.Keypoints.Select(Number))}], \"num_keypoints\": {shape.Keypoints.Where((_, i) => i % 3 == 2).Count(v => v > 0)}";
        var attributes = string.Join(", ", shape.Attributes.Select(a => $"\"{a.Key}\": {a.Value}"));
        return $"    {{\"id\": {id}, \"image_id\": {image}, \"category_id\": {category}, "
            + $"\"bbox\": [{Number(shape.X)}, {Number(shape.Y)}, {Number(shape.W)}, {Number(shape.H)}], \"area\": {Number(area)}, "
            + $"\"segmentation\": {segmentation}{keypoints}, \"iscrowd\": 0, \"attributes\": {{{attributes}}}}}";
    }

    static string Cvat(Frame[] frames)
    {
        var text = new StringBuilder();
        text.Append(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<annotations>\n  <version>1.1</version>\n  <meta>\n    <task>\n      <name>urban driving, validation</name>\n      <labels>\n"
        );
        foreach (var (_, name, _) in Categories)
            text.Append(
                $"        <label><name>{name}</name><type>any</type><attributes>{CvatAttributes(name)}</attributes></label>\n"
            );
        text.Append("      </labels>\n    </task>\n  </meta>\n");
        for (var i = 0; i < frames.Length; i++)
        {
            text.Append($"  <image id=\"{i}\" name=\"{frames[i].Name}\" width=\"{Width}\" height=\"{Height}\">\n");
            foreach (var shape in frames[i].Shapes)
            {
                text.Append(
                    $"    <box label=\"{shape.Label}\" source=\"manual\" occluded=\"0\" xtl=\"{Number(shape.X)}\" ytl=\"{Number(shape.Y)}\" "
                        + $"xbr=\"{Number(shape.X + shape.W)}\" ybr=\"{Number(shape.Y + shape.H)}\" z_order=\"0\">\n"
                );
                foreach (var (name, value) in shape.Attributes)
                    text.Append($"      <attribute name=\"{name}\">{value.Trim('"')}</attribute>\n");
                text.Append("    </box>\n");
            }
            text.Append("  </image>\n");
        }
        return text.Append("</annotations>\n").ToString();
    }

    static string CvatAttributes(string label) =>
        label switch
        {
            "traffic light" => CvatAttribute("state", "select", "red\namber\ngreen\noff")
                + CvatAttribute("arrow", "checkbox", "false\ntrue"),
            "rider" => CvatAttribute("helmet", "select", "yes\nno\nunknown"),
            _ => "",
        };

    static string CvatAttribute(string name, string type, string values) =>
        $"<attribute><name>{name}</name><mutable>False</mutable><input_type>{type}</input_type><default_value></default_value><values>{values}</values></attribute>";

    static void Draw(Frame frame, string path)
    {
        using var surface = SKSurface.Create(new SKImageInfo(Width, Height));
        var canvas = surface.Canvas;
        var night = frame.Time == "night";
        canvas.Clear(
            SKColor.Parse(
                night ? "#10162f"
                : frame.Time == "dusk" ? "#8d86a5"
                : "#bfd7ea"
            )
        );
        using var paint = new SKPaint { IsAntialias = true };
        void Rect(string color, double x, double y, double w, double h, float radius = 0)
        {
            paint.Color = SKColor.Parse(color);
            canvas.DrawRoundRect((float)x, (float)y, (float)w, (float)h, radius, radius, paint);
        }

        Rect(night ? "#2b2f3a" : "#7d8597", 0, 240, Width, 120);
        Rect(night ? "#1f2430" : "#a3b18a", 0, 225, Width, 20);
        for (var x = 10; x < Width; x += 90)
            Rect("#e9ecef", x, 300, 44, 5);
        foreach (var shape in frame.Shapes.Where(s => !s.Invisible))
            DrawShape(shape, Rect);
        Save(surface, path);
    }

    static void DrawShape(Shape s, Action<string, double, double, double, double, float> rect)
    {
        switch (s.Label)
        {
            case "car" or "truck" or "bus":
                var body = s.Label switch
                {
                    "car" => "#c1444b",
                    "truck" => "#5b7553",
                    _ => "#35507a",
                };
                rect(
                    body,
                    s.X,
                    s.Y + s.H * (s.Label == "car" ? 0.35 : 0.05),
                    s.W,
                    s.H * (s.Label == "car" ? 0.5 : 0.8),
                    8
                );
                if (s.Label == "car")
                    rect(body, s.X + s.W * 0.2, s.Y, s.W * 0.55, s.H * 0.45, 12);
                rect("#dbe9f4", s.X + s.W * 0.27, s.Y + s.H * 0.12, s.W * 0.4, s.H * 0.2, 4);
                rect("#222222", s.X + s.W * 0.12, s.Y + s.H * 0.75, s.H * 0.25, s.H * 0.25, 40);
                rect("#222222", s.X + s.W * 0.7, s.Y + s.H * 0.75, s.H * 0.25, s.H * 0.25, 40);
                break;
            case "traffic light":
                rect("#444444", s.X + s.W / 2 - 2, s.Y, 4, 180, 0);
                rect("#1c1c1c", s.X, s.Y, s.W, s.H, 4);
                var lit = s.Attributes["state"].Trim('"');
                rect(lit == "red" ? "#ff2e2e" : "#552222", s.X + 3, s.Y + 3, 8, 8, 8);
                rect("#554d22", s.X + 3, s.Y + 14, 8, 8, 8);
                rect(lit == "green" ? "#3bff6b" : "#225533", s.X + 3, s.Y + 25, 8, 8, 8);
                break;
            case "bicycle":
                rect("#222222", s.X, s.Y + s.H * 0.4, s.H * 0.6, s.H * 0.6, 30);
                rect("#222222", s.X + s.W - s.H * 0.6, s.Y + s.H * 0.4, s.H * 0.6, s.H * 0.6, 30);
                rect("#888888", s.X + s.W * 0.2, s.Y + s.H * 0.3, s.W * 0.6, 4, 2);
                break;
            default:
                rect("#f2c6a0", s.X + s.W * 0.3, s.Y, s.W * 0.4, s.H * 0.2, 12);
                rect(
                    s.Label == "rider" ? "#3d5a80" : "#6d597a",
                    s.X + s.W * 0.15,
                    s.Y + s.H * 0.2,
                    s.W * 0.7,
                    s.H * 0.45,
                    6
                );
                rect("#2f3e46", s.X + s.W * 0.2, s.Y + s.H * 0.62, s.W * 0.22, s.H * 0.38, 4);
                rect("#2f3e46", s.X + s.W * 0.58, s.Y + s.H * 0.62, s.W * 0.22, s.H * 0.38, 4);
                break;
        }
    }

    static void DrawTaxi(string path) => Draw(new Frame("taxi.png", "clear", "day", [Car(40, 60, 200, 120)]), path);

    static double[] Skeleton(double x, double y, double w, double h) =>
        [
            x + w * 0.5,
            y + h * 0.12,
            2,
            x + w * 0.4,
            y + h * 0.08,
            2,
            x + w * 0.6,
            y + h * 0.08,
            2,
            x + w * 0.2,
            y + h * 0.25,
            2,
            x + w * 0.8,
            y + h * 0.25,
            1,
        ];

    static double Area(double[] polygon)
    {
        double twice = 0;
        for (var i = 0; i < polygon.Length; i += 2)
        {
            var j = (i + 2) % polygon.Length;
            twice += polygon[i] * polygon[j + 1] - polygon[j] * polygon[i + 1];
        }
        return Math.Abs(twice) / 2;
    }

    static string Quote(string text) => $"\"{text}\"";

    internal static string Number(double value) => value.ToString(CultureInfo.InvariantCulture);

    internal static void Save(SKSurface surface, string path)
    {
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 90);
        using var file = File.Create(path);
        data.SaveTo(file);
    }
}
