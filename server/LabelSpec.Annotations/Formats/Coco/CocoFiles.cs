using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Coco;

/// <summary>
/// Reads the files of a request: big ones one after another, each on all cores; runs of small ones side by side, since some
/// data sets have a file for each image.
/// </summary>
sealed class CocoFiles(ReadRequest request, DatasetBuilder builder)
{
    const int SmallestBig = 1 << 20;
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
                    new CocoReader(file, part).Read(
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
            new CocoReader(file, remarks).Read(
                bytes,
                new CocoParallelArrays(builder, remarks, ElementsOf(file, bytes), bytes, request)
            );
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
        new CocoReader(file, found).Read(bytes, arrays);
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
        request.Progress?.Report(bytes.Length);
        return isLoaded;
    }

    static CocoElementReader ElementsOf(int file, SourceBytes bytes) => new(file, bytes);

    static bool IsBig(SourceFile file)
    {
        if (file.IsBuffer)
            return file.Length >= (file.Memory?.SmallestFile ?? SmallestBig);
        var info = new FileInfo(file.FullPath);
        return info.Exists && info.Length >= SmallestBig;
    }
}
