using System.Text;
using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Cvat;

/// <summary>What <c>meta</c> says of all that follows it.</summary>
sealed class CvatMeta(int file, TextPool texts)
{
    public CvatLabels Labels { get; } = new(file, texts);

    public CvatVideo Video { get; } = new();

    public string? Sequence { get; private set; }

    public int FrameWidth { get; private set; }

    public int FrameHeight { get; private set; }

    /// <summary>All that was read so far: where it is the same, what follows means the same.</summary>
    public string Text { get; private set; } = "";

    /// <summary>Reads the element <c>meta</c> whose start tag was read last.</summary>
    public void Read(ReadOnlySpan<byte> text, ref XmlScanner scanner)
    {
        var start = scanner.Start;
        ReadPart(ref scanner);
        Text += Encoding.UTF8.GetString(text[start..scanner.End]);
    }

    /// <summary>A number of pixels; 0 where there is none.</summary>
    public static int Pixels(ReadOnlySpan<byte> value) =>
        XmlText.TryParse(value, out long number) && number is > 0 and <= int.MaxValue ? (int)number : 0;

    // Labels stand in the task, the project or the job; a video's size in the task.
    void ReadPart(ref XmlScanner scanner)
    {
        var depth = scanner.Depth;
        while (scanner.ReadChild(depth))
            if (scanner.Name.SequenceEqual("labels"u8))
                Labels.Read(ref scanner);
            else if (scanner.Name.SequenceEqual("original_size"u8))
                ReadSize(ref scanner);
            else if (scanner.Name.SequenceEqual("source"u8))
                Sequence = TextIn(ref scanner);
            else if (CvatVideo.IsNumber(scanner.Name))
                Video.Set(scanner.Name, TextIn(ref scanner));
            else if (
                scanner.Name.SequenceEqual("task"u8)
                || scanner.Name.SequenceEqual("project"u8)
                || scanner.Name.SequenceEqual("job"u8)
            )
                ReadPart(ref scanner);
    }

    void ReadSize(ref XmlScanner scanner)
    {
        var depth = scanner.Depth;
        while (scanner.ReadChild(depth))
            if (scanner.Name.SequenceEqual("width"u8))
                FrameWidth = Pixels(scanner.Bytes(scanner.ReadContent()));
            else if (scanner.Name.SequenceEqual("height"u8))
                FrameHeight = Pixels(scanner.Bytes(scanner.ReadContent()));
    }

    string TextIn(ref XmlScanner scanner) => XmlText.Decode(scanner.Bytes(scanner.ReadContent()), texts);
}
