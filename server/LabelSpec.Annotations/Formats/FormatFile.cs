using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats;

/// <summary>A file on its way into a part.</summary>
/// <param name="Source">The file.</param>
/// <param name="File">Its index in the data set.</param>
/// <param name="Bytes">What it holds, with a byte order mark if there is one.</param>
/// <param name="Part">Receives the rows and problems.</param>
/// <param name="Options">How the user wants it read.</param>
sealed record FormatFile(SourceFile Source, int File, SourceBytes Bytes, DatasetPart Part, ReadOptions Options)
{
    /// <summary>All of the file but a byte order mark.</summary>
    public SourceSpan Span => new(File, Start, (int)Math.Min(int.MaxValue, Bytes.Length - Start));

    public int Start => Bytes.Slice(0, 3).SequenceEqual(Utf8.ByteOrderMark) ? 3 : 0;

    public string Stem => Path.GetFileNameWithoutExtension(PlainName);

    string PlainName
    {
        get
        {
            var name = Path.GetFileName(Source.Path.Replace('\\', '/'));
            return name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        }
    }

    /// <summary>Hands each file of a request that can be loaded to a reader, on several threads.</summary>
    public static void ReadAll(
        ReadRequest request,
        DatasetBuilder builder,
        int batchSize,
        Action<FormatFile> read,
        bool mayBeEmpty = false
    ) =>
        PartRunner.Run(
            builder,
            request.Files.Length,
            batchSize,
            request.Options.Threads,
            (index, part) =>
            {
                var file = request.Files[index];
                var source = builder.Files[file];
                if (SourceCheck.TryLoad(source, file, part.Problems, request.Cancellation, out var bytes, mayBeEmpty))
                    read(new FormatFile(source, file, bytes, part, request.Options));
                request.Progress?.Report(source.Length);
            },
            request.Cancellation
        );
}
