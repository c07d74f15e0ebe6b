using System.Diagnostics;
using System.Globalization;
using System.Text;
using LabelSpec.Annotations.Model.Changes;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;
using LabelSpec.Annotations.Writing;
using LabelSpec.Engine;
using LabelSpec.Engine.Live;

namespace LabelSpec.Benchmarks.Live;

/// <summary>
/// What a keystroke in an annotation file costs, step by step: reading, finding what changed, judging. CPU time of the process, since the
/// machine may have other work.
/// </summary>
public static class KeystrokeCost
{
    const int Warmup = 20;
    const int Keystrokes = 100;

    /// <summary>Types digits into a number in the middle of a file of a format that is made of a COCO file.</summary>
    /// <param name="format">The id of a writer of one file, such as <c>cvat</c>.</param>
    public static void Print(TextWriter output, string coco, string format)
    {
        var bytes = format == "coco" ? File.ReadAllBytes(coco) : Converted(coco, format);
        var path = Path.Combine(Path.GetTempPath(), "typed" + (bytes[0] == '<' ? ".xml" : ".json"));
        var memory = new ReadMemory();
        var text = new EditorText(bytes);
        var dataset = Read(path, text, memory);
        var live = LiveAnalysis.Of(new AnalysisRequest(dataset));
        var (read, compared, judged, partial) = (TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, 0);
        var at = PlaceOfNumber(bytes, bytes.Length / 2);
        for (var i = 0; i < Warmup + Keystrokes; i++)
        {
            text = text.Replace(
                at,
                at + 1,
                Encoding.ASCII.GetBytes(((i % 8) + 1).ToString(CultureInfo.InvariantCulture))
            );
            var (start, before) = (Cpu(), live);
            dataset = Read(path, text, memory);
            var afterReading = Cpu();
            _ = DatasetChanges.Between(before.Dataset, dataset);
            var afterComparing = Cpu();
            live = before.After(new AnalysisRequest(dataset));
            var end = Cpu();
            if (i < Warmup)
                continue;
            read += afterReading - start;
            compared += afterComparing - afterReading;
            judged += end - afterComparing;
            partial += live.IsPartial ? 1 : 0;
        }

        var begun = Cpu();
        for (var i = 0; i < Keystrokes; i++)
            _ = DatasetReader.Read([new ReadInput(path, text)]);
        var whole = Cpu() - begun;
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{format} {bytes.Length / 1e6:0.0} MB: read {Mean(read):0.0} ms (without memory {Mean(whole):0.0} ms), compare {Mean(compared):0.0} ms, judge (with comparing) {Mean(judged):0.0} ms CPU for a keystroke; {partial} of {Keystrokes} judged in part"
            )
        );
    }

    static double Mean(TimeSpan sum) => sum.TotalMilliseconds / Keystrokes;

    static LabelSpec.Annotations.Model.Dataset Read(string path, EditorText text, ReadMemory memory) =>
        DatasetReader.Read([new ReadInput(path, text) { Memory = memory }]);

    static TimeSpan Cpu() => Process.GetCurrentProcess().TotalProcessorTime;

    /// <summary>A digit behind a point, so that the number stays one.</summary>
    static long PlaceOfNumber(byte[] bytes, int from)
    {
        for (var at = from; at < bytes.Length - 2; at++)
            if (bytes[at] == '.' && char.IsAsciiDigit((char)bytes[at - 1]) && char.IsAsciiDigit((char)bytes[at + 1]))
                return at + 1;
        throw new InvalidOperationException("There is no number with a fraction.");
    }

    static byte[] Converted(string coco, string format)
    {
        var writer = FormatWriters.Find(format) ?? throw new ArgumentException($"No writer is called {format}.");
        var written = new OneFile();
        writer.Write(new WrittenData(DatasetReader.Read([coco]), writer.Capacity), written);
        return written.Bytes;
    }

    /// <summary>The largest file that a writer makes.</summary>
    sealed class OneFile : IOutputFiles
    {
        public byte[] Bytes { get; private set; } = [];

        public void Write(string path, Action<Stream> write)
        {
            using var stream = new MemoryStream();
            write(stream);
            if (stream.Length > Bytes.Length)
                Bytes = stream.ToArray();
        }
    }
}
