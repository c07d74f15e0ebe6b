using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Problems;
using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Voc;

/// <summary>Reads one file: the image and its objects.</summary>
ref struct VocReader(int file, string path, DatasetPart part, VocFolder folder)
{
    readonly Lists lists = part.Tools<Lists>();
    int groups;

    /// <summary>What was met in a file; a hundred thousand files would leave as many lists to collect.</summary>
    sealed class Lists
    {
        public List<int> Objects { get; } = [];

        public List<(string Name, XmlRange Value)> Attributes { get; } = [];
    }

    public void Read(ReadOnlySpan<byte> text)
    {
        lists.Objects.Clear();
        lists.Attributes.Clear();
        var scanner = new XmlScanner(text);
        scanner.ReadRoot();
        var start = scanner.Start;
        var row = new ImageRow(SourceSpan.None);
        bool? segmented = null;
        var image = part.AddImage(row);
        while (scanner.ReadChild(1))
            if (scanner.Name.SequenceEqual("object"u8))
                ReadObject(ref scanner, image);
            else if (scanner.Name.SequenceEqual("filename"u8))
                row.FileName = XmlText.Decode(scanner.Bytes(scanner.ReadContent()), pool: null);
            else if (scanner.Name.SequenceEqual("size"u8) || scanner.Name.SequenceEqual("imagesize"u8))
                ReadSize(ref scanner, ref row);
            else if (scanner.Name.SequenceEqual("segmented"u8))
                segmented = VocFlag.Parse(scanner.Bytes(scanner.ReadContent()));
        CompleteImage(image, row, new(file, start, Math.Max(0, scanner.End - start)));
        if (segmented is { } isSegmented)
            part.SetImageAttribute(image, "segmented", AttributeValue.Of(isSegmented));
        folder.Segmentation?.Apply(Stem, part, lists.Objects, new(file, start, 0), row.Width, row.Height);
        VocSegmentation.Settle(part, lists.Objects);
        folder.SetCheck?.Note(Stem, ObjectsOf(part, lists.Objects));
        XmlSource.ReportErrors(scanner, file, part.Problems);
    }

    // The parts of an object come before it; one that the file ends in is not there.
    void ReadObject(ref XmlScanner scanner, int image)
    {
        var reader = new VocObjectReader(file, part, folder.Convention, lists.Attributes);
        var read = reader.Read(ref scanner, image, ref groups);
        lists.Objects.Add(scanner.IsTruncated ? -1 : read);
    }

    readonly string Stem => Path.GetFileNameWithoutExtension(path);

    static IEnumerable<(string Class, bool IsDifficult)> ObjectsOf(DatasetPart part, List<int> objects) =>
        objects
            .Where(row => row >= 0 && part.Annotations.Category.At(row) >= 0)
            .Select(row =>
                (
                    part.CategoryNames.Names[part.Annotations.Category.At(row)],
                    part.Annotations.Flags.At(row).HasFlag(AnnotationFlags.Difficult)
                )
            );

    // Objects need the image's row before the file has said everything about the image.
    readonly void CompleteImage(int image, ImageRow row, SourceSpan span)
    {
        var images = part.Images;
        images.File[image] = span.File;
        images.Start[image] = span.Start;
        images.Length[image] = span.Length;
        images.FileName[image] = row.FileName;
        images.Width[image] = row.Width;
        images.Height[image] = row.Height;
        // Image sets name annotation files, whatever the picture is called.
        if (folder.Sets.Sets.Count > 0 && folder.Sets.SplitOf(Stem) is { } split)
            images.Split[image] = part.Splits.IndexOf(split);
    }

    readonly void ReadSize(ref XmlScanner scanner, ref ImageRow row)
    {
        var depth = scanner.Depth;
        while (scanner.ReadChild(depth))
        {
            // LabelMe's XML counts columns and rows.
            var isWidth = scanner.Name.SequenceEqual("width"u8) || scanner.Name.SequenceEqual("ncols"u8);
            if (!isWidth && !scanner.Name.SequenceEqual("height"u8) && !scanner.Name.SequenceEqual("nrows"u8))
                continue;
            var content = scanner.ReadContent();
            if (!XmlText.TryParse(scanner.Bytes(content), out double number))
                part.Problems.Report(
                    XmlProblems.NotANumber,
                    new(file, content.Start, content.Length),
                    "The size of the image is no number."
                );
            var pixels = number is > 0 and <= int.MaxValue ? (int)number : 0;
            if (isWidth)
                row.Width = pixels;
            else
                row.Height = pixels;
        }
    }
}
