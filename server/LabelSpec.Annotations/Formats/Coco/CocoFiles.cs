using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>
/// Reads the files of a request: big ones one after another, each on all cores; runs of small ones side by side, since some
/// data sets have a file for each image.
/// </summary>
sealed class CocoFiles(ReadRequest request, DatasetBuilder builder)
{
    const int LargestBatch = 64;

    public void Read()
    {
        for (var i = 0; i < request.Files.Length; )
        {
            var end = i;
            while (end < request.Files.Length && !IsBig(builder.Files[request.Files[end]]))
                end++;
            if (end > i)
                ReadSmall(i, end - i);
            else
                ReadBig(request.Files[end++]);
            i = end;
        }
    }

    void ReadSmall(int first, int count)
    {
        var batch = Math.Clamp(count / (4 * request.Options.Threads), 1, LargestBatch);
        PartRunner.Run(
            builder,
            count,
            batch,
            request.Options.Threads,
            (item, part) =>
            {
                var file = request.Files[first + item];
                if (TryLoad(file, part, out var bytes))
                    new CocoReader(file, part, request.Options.Sizes.Ahead).Read(
                        bytes,
                        new CocoSmallArrays(ElementsOf(file, bytes), part, request.Cancellation)
                    );
            },
            request.Cancellation
        );
    }

    void ReadBig(int file)
    {
        var remarks = new DatasetPart();
        if (TryLoad(file, remarks, out var bytes) && !TryReadAgain(file, bytes, remarks))
            try
            {
                // What was found before the array comes before what it holds.
                builder.Append(remarks);
                new CocoReader(file, remarks, request.Options.Sizes.Ahead).Read(
                    bytes,
                    new CocoParallelArrays(builder, remarks, ElementsOf(file, bytes), bytes, request)
                );
            }
            catch (IOException e)
            {
                SourceCheck.ReportUnreadable(file, e, remarks.Problems);
            }
        builder.Append(remarks);
    }

    /// <summary>Reads a text that is being edited with the help of what was read before.</summary>
    bool TryReadAgain(int file, SourceBytes bytes, DatasetPart remarks)
    {
        if (builder.Files[file] is not { Memory: { } memory, Text: { } text })
            return false;
        var found = new DatasetPart();
        found.Problems.Append(remarks.Problems);
        var arrays = new CocoRememberedArrays(file, text, memory, found, ElementsOf(file, bytes), request.Cancellation);
        new CocoReader(file, found, request.Options.Sizes.Ahead).Read(bytes, arrays);
        if (!arrays.IsReliable)
            return false;
        arrays.Finish(builder);
        remarks.Clear();
        remarks.Problems.Append(found.Problems);
        return true;
    }

    bool TryLoad(int file, DatasetPart part, out SourceBytes bytes)
    {
        var isLoaded = SourceCheck.TryLoad(builder.Files[file], file, part.Problems, request.Cancellation, out bytes);
        if (!bytes.IsStreamed)
            request.Progress?.Report(bytes.Length);
        return isLoaded;
    }

    /// <summary>
    /// The text of an editor is at hand anyway, and read again at each keystroke; of a mapped file there are more numbers than memory
    /// would hold.
    /// </summary>
    CocoElementReader ElementsOf(int file, SourceBytes bytes) =>
        new(
            file,
            bytes,
            new CocoWay(
                request.Options.TakesShortcuts,
                Packs: !builder.Files[file].IsBuffer && bytes.Length <= SourceBytes.LargestArray
            )
        );

    bool IsBig(SourceFile file)
    {
        var smallest = request.Options.Sizes.SmallestBig;
        if (file.IsBuffer)
            return file.Length >= (file.Memory?.SmallestFile ?? smallest);
        var info = new FileInfo(file.FullPath);
        return info.Exists && info.Length >= smallest;
    }
}
