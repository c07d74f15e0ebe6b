using System.Text;
using LabelSpec.Cli.Running;
using LabelSpec.Grammar;
using LabelSpec.Grammar.Formatting;

namespace LabelSpec.Cli.Formatting;

/// <summary>One run of <c>labelspec format</c>.</summary>
sealed class FormatRun(CommandContext context, bool checkOnly)
{
    const string Standard = "-";

    bool _isBroken;

    public int Run(IReadOnlyList<string> paths)
    {
        var changed = 0;
        _isBroken = false;
        foreach (var path in paths.DefaultIfEmpty(".").SelectMany(FilesOf))
        {
            context.Cancellation.ThrowIfCancellationRequested();
            if (path == Standard ? FormatStandardInput() : FormatFile(path))
                changed++;
        }

        if (_isBroken)
            return ExitCode.Usage;
        return checkOnly && changed > 0 ? ExitCode.Findings : ExitCode.Clean;
    }

    static IEnumerable<string> FilesOf(string path) =>
        Directory.Exists(path)
            ? Directory
                .EnumerateFiles(path, "*.labelspec", SearchOption.AllDirectories)
                .Select(found => found.StartsWith("./", StringComparison.Ordinal) ? found[2..] : found)
                .Order(StringComparer.Ordinal)
            : [path];

    bool FormatFile(string path)
    {
        var before = GuidelineText.Decode(File.ReadAllBytes(path), path);
        var after = Formatted(before, path);
        if (after == before)
            return false;
        if (!checkOnly)
            ReplacedFile.Write(path, stream => stream.Write(after.Encode()));
        context.Terminal.Write($"{path}\n");
        return true;
    }

    bool FormatStandardInput()
    {
        using var input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        input.CopyTo(bytes);
        var before = GuidelineText.Decode(bytes.ToArray(), "standard input");
        var after = Formatted(before, "standard input");
        if (!checkOnly)
            context.Terminal.Output.Write(after.Encode());
        return after != before;
    }

    // What cannot be understood stays as it is; the rest is formatted all the same.
    GuidelineText Formatted(GuidelineText before, string name)
    {
        var tree = SyntaxTree.Parse(before.Text);
        foreach (var diagnostic in tree.Diagnostics)
        {
            _isBroken = true;
            var start = tree.Source.Lines.PositionOf(diagnostic.Span.Start);
            context.Terminal.Error.WriteLine(
                $"{name}:{start.Line + 1}:{start.Column + 1}: error[{diagnostic.Code}] {diagnostic.Message} "
                    + "This part was left as it is."
            );
        }

        return before with
        {
            Text = Formatter.Format(tree),
        };
    }

    /// <summary>The text of a guideline with the mark that its file began with, if any.</summary>
    readonly record struct GuidelineText(string Text, bool HasMark)
    {
        static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

        public static GuidelineText Decode(ReadOnlySpan<byte> bytes, string name)
        {
            var hasMark = bytes.StartsWith(Encoding.UTF8.Preamble);
            try
            {
                return new GuidelineText(Strict.GetString(hasMark ? bytes[3..] : bytes), hasMark);
            }
            catch (DecoderFallbackException exception)
            {
                // Writing it back would change what cannot be read.
                throw CommandFailure.Unreadable($"{name} is not UTF-8 at byte {exception.Index}: it was left as it is");
            }
        }

        public byte[] Encode() => [.. HasMark ? Encoding.UTF8.Preamble : [], .. Strict.GetBytes(Text)];
    }
}
