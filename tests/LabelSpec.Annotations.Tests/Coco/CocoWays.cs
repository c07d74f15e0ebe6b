using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Reading;
using LabelSpec.TestSupport;

namespace LabelSpec.Annotations.Tests.Coco;

/// <summary>The ways in which one text can be read: by every rule one after another, and as fast as it goes.</summary>
static class CocoWays
{
    /// <summary>From memory, without shortcuts, polygons from the text: what the others are compared with.</summary>
    public static Dataset General(byte[] text, string path) =>
        DatasetReader.Read([new ReadInput(path, text)], new ReadOptions { Threads = 1, TakesShortcuts = false });

    /// <summary>From memory, with shortcuts.</summary>
    public static Dataset Short(byte[] text, string path) =>
        DatasetReader.Read([new ReadInput(path, text)], new ReadOptions { Threads = 1 });

    /// <summary>From disk as a small file, polygons packed.</summary>
    public static Dataset Packed(string path, bool takesShortcuts) =>
        DatasetReader.Read([new ReadInput(path)], new ReadOptions { Threads = 2, TakesShortcuts = takesShortcuts });

    /// <summary>From disk in pieces.</summary>
    /// <param name="path">The file.</param>
    /// <param name="stretch">Bytes that a thread reads before it looks for more.</param>
    /// <param name="ahead">Bytes that are at hand behind them.</param>
    /// <param name="threads">How many threads.</param>
    public static Dataset Streamed(string path, int stretch, int ahead, int threads) =>
        DatasetReader.Read(
            [new ReadInput(path)],
            new ReadOptions
            {
                Threads = threads,
                Streams = true,
                Sizes = new ReadSizes
                {
                    SmallestBig = 0,
                    SmallestStreamed = 0,
                    Stretch = stretch,
                    Ahead = ahead,
                },
            }
        );

    /// <summary>All of them come to the same.</summary>
    public static void AssertSame(ScratchFolder folder, byte[] text, int stretch, int ahead)
    {
        var path = Path.Combine(folder.Path, "a.json");
        File.WriteAllBytes(path, text);
        var expected = General(text, path);
        SameData.Assert(expected, Short(text, path));
        SameData.Assert(expected, Packed(path, takesShortcuts: true));
        SameData.Assert(expected, Packed(path, takesShortcuts: false));
        SameData.Assert(expected, Streamed(path, stretch, ahead, threads: 2));
    }
}
