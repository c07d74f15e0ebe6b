using System.Globalization;
using System.Text;
using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Formats;

/// <summary>The fixtures of formats: a folder for each, named by the format's id, that is read as a whole.</summary>
static class FormatFixtures
{
    public static string Root { get; } =
        Path.Combine(RepositoryFiles.Root, "tests", "LabelSpec.Annotations.Tests", "Formats", "fixtures");

    public static IEnumerable<string> Ids =>
        Directory
            .GetDirectories(Root)
            .Select(folder => Path.GetFileName(folder)!)
            .Where(name => name != "snapshots")
            .Order(StringComparer.Ordinal);

    public static IEnumerable<string> FilesOf(string id) =>
        Directory.GetFiles(Path.Combine(Root, id), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);

    /// <summary>Files that a reader of the format claims; others lie beside them (pictures, lists of classes).</summary>
    public static IEnumerable<string> AnnotationFilesOf(string id) =>
        FilesOf(id).Where(file => Best(file, File.ReadAllBytes(file)).Format is not null);

    public static IAnnotationFormat Format(string id) => AnnotationFormats.Find(id)!;

    public static Dataset Read(string id, ReadOptions? options = null) =>
        DatasetReader.Read([Path.Combine(Root, id)], options);

    public static FormatProbe Probe(string path, byte[] bytes)
    {
        var head = bytes.AsSpan();
        if (head.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]))
            head = head[3..];
        return new FormatProbe(path, head[..Math.Min(head.Length, FormatProbe.HeadSize)], head.Length);
    }

    /// <summary>The surest format, how sure it is, and how sure the next one is.</summary>
    public static (IAnnotationFormat? Format, double Confidence, double Next) Best(string path, byte[] bytes)
    {
        IAnnotationFormat? best = null;
        var (first, second) = (0.0, 0.0);
        foreach (var format in AnnotationFormats.All)
        {
            var confidence = format.Detect(Probe(path, bytes)).Confidence;
            if (confidence > first)
                (best, first, second) = (format, confidence, first);
            else
                second = Math.Max(second, confidence);
        }
        return (best, first, second);
    }

    /// <summary>All that a data set says, a line for each row, for people to review.</summary>
    public static string Show(Dataset dataset)
    {
        var text = new StringBuilder();
        for (var i = 0; i < dataset.Images.Count; i++)
            text.AppendLine(ShowImage(dataset, i));
        foreach (var declaration in dataset.Categories.Declarations)
            text.AppendLine(ShowClass(dataset, declaration));
        for (var i = 0; i < dataset.Annotations.Count; i++)
            text.AppendLine(ShowAnnotation(dataset, i));
        foreach (var problem in dataset.Problems)
            text.AppendLine(
                CultureInfo.InvariantCulture,
                $"problem {Path.GetFileName(dataset.Files[problem.Span.File].Path)} {dataset.PositionOf(problem.Span)} {problem.Code} x{problem.Count} {problem.Message}"
            );
        return text.Replace("\r\n", "\n").ToString();
    }

    static string ShowClass(Dataset dataset, CategoryDeclaration declaration)
    {
        var attributes = declaration.Attributes.Select(a => $"{a.Name}({string.Join('|', a.Values)})");
        return $"class {dataset.IdTexts.Show(declaration.Id)} '{declaration.Name}' < '{declaration.Supercategory}' {declaration.Shape} [{string.Join(' ', declaration.Keypoints)}] {string.Join(' ', declaration.Skeleton)} {string.Join(' ', attributes)}".TrimEnd();
    }

    static string ShowImage(Dataset dataset, int image)
    {
        var images = dataset.Images;
        var attributes = images
            .Attributes.Columns.Where(column => column.CodeOf(image) >= 0)
            .Select(column => $"{column.Name}={column.Pool[column.CodeOf(image)]}");
        return $"image {image} '{images.FileNames[image]}' {images.Widths[image]}x{images.Heights[image]} {images.Units[image]} {images.States[image]} frame {images.Frames[image]} of '{images.SequenceOf(image)}' split '{images.SplitOf(image)}' {string.Join(' ', attributes)}".TrimEnd();
    }

    static string ShowAnnotation(Dataset dataset, int row)
    {
        var rows = dataset.Annotations;
        var line = new StringBuilder();
        var category = rows.Categories[row] < 0 ? "?" : dataset.Categories.Names[rows.Categories[row]];
        var box = rows.Boxes[row];
        line.Append(
            CultureInfo.InvariantCulture,
            $"  {row} image {rows.Images[row]} {category} {rows.Shapes[row]} box {box.Left:0.###} {box.Top:0.###} {box.Width:0.###} {box.Height:0.###}"
        );
        if (rows.Angles[row] != 0)
            line.Append(CultureInfo.InvariantCulture, $" angle {rows.Angles[row]:0.###}");
        line.Append(" flags ").Append(rows.Flags[row].ToString().Replace(", ", "+", StringComparison.Ordinal));
        if (!double.IsNaN(rows.Scores[row]))
            line.Append(CultureInfo.InvariantCulture, $" score {rows.Scores[row]}");
        if (rows.Tracks.Values.Length > 0 && rows.Tracks[row] >= 0)
            line.Append(
                CultureInfo.InvariantCulture,
                $" track {dataset.IdTexts.Show(dataset.Tracks[rows.Tracks[row]].Id)}"
            );
        if (rows.Groups[row] >= 0)
            line.Append(CultureInfo.InvariantCulture, $" group {rows.Groups[row]}");
        AppendGeometry(dataset, row, line);
        foreach (var column in rows.Attributes.Columns.Where(column => column.CodeOf(row) >= 0))
            line.Append(CultureInfo.InvariantCulture, $" {column.Name}={column.Pool[column.CodeOf(row)]}");
        return line.ToString();
    }

    static void AppendGeometry(Dataset dataset, int row, StringBuilder line)
    {
        var polygon = new PolygonBuffer();
        if (dataset.ReadPolygon(row, polygon))
            for (var part = 0; part < polygon.PartCount; part++)
                line.Append(polygon.IsHole(part) ? " hole " : " ring ").Append(Numbers(polygon.PartAt(part).ToArray()));
        var keypoints = new KeypointBuffer();
        if (dataset.ReadKeypoints(row, keypoints))
            for (var i = 0; i < keypoints.Count; i++)
                line.Append(
                    CultureInfo.InvariantCulture,
                    $" ({keypoints.Points[i].X:0.###} {keypoints.Points[i].Y:0.###} v{keypoints.Points[i].Visibility})"
                );
        if (dataset.ReadMask(row).Mask is { } mask)
            line.Append(CultureInfo.InvariantCulture, $" mask {mask.Width}x{mask.Height} area {mask.Area}");
        if (dataset.ReadCuboid(row) is { } c)
            line.Append(
                CultureInfo.InvariantCulture,
                $" cuboid at {c.CenterX:0.###} {c.CenterY:0.###} {c.CenterZ:0.###} size {c.Length:0.###} {c.Width:0.###} {c.Height:0.###} turn {c.Rotation.W:0.###} {c.Rotation.X:0.###} {c.Rotation.Y:0.###} {c.Rotation.Z:0.###}"
            );
        if (dataset.ReadCaption(row) is { } caption)
            line.Append(CultureInfo.InvariantCulture, $" '{caption}'");
    }

    static string Numbers(double[] numbers) =>
        string.Join(' ', numbers.Select(n => n.ToString("0.###", CultureInfo.InvariantCulture)));
}
