using System.Buffers;
using LabelSpec.Annotations.Xml;

namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>
/// Recognises label files by rows of a class number and at least four more numbers, and <c>data.yaml</c> by its keys. An
/// empty label file is one where it lies beside others or in a folder called <c>labels</c>.
/// </summary>
static class YoloDetector
{
    static readonly SearchValues<byte> NumberBytes = SearchValues.Create("0123456789.,+-eE"u8);

    public static FormatMatch Detect(FormatProbe probe) =>
        probe.Extension switch
        {
            ".txt" => DetectLabels(probe),
            ".yaml" or ".yml" => DetectDefinition(probe.Head),
            _ => FormatMatch.No,
        };

    static FormatMatch DetectLabels(FormatProbe probe)
    {
        var rows = new YoloRows(probe.Head);
        // Among label files, a damaged row, or one that somebody is typing, is a damaged row; elsewhere the file may be anything.
        var isAmongLabels = LiesAmongLabels(probe.Path);
        var (seen, tooShort, damaged) = (0, 0, 0);
        var lastEnd = probe.IsComplete ? int.MaxValue : probe.Head.LastIndexOf((byte)'\n');
        while (seen < 20 && rows.Next() && rows.Start < lastEnd)
        {
            seen++;
            if (IsRow(rows.Row, out var columns) && columns >= 4)
                continue;
            if (!isAmongLabels)
                return FormatMatch.No;
            if (columns > 1)
                tooShort++;
            else
                damaged++;
        }

        if (seen > 0 && damaged + tooShort == 0)
            return new(0.7, "rows of a class number and at least four more numbers");
        if (seen > 0)
            return 2 * damaged <= seen
                ? new(0.4, "rows that begin with a class number, most of them, among label files")
                : FormatMatch.No;
        return probe.IsComplete && isAmongLabels ? new(0.3, "an empty file among label files") : FormatMatch.No;
    }

    // Damaged rows must not hide the format: what begins with a class and mostly holds numbers is a row.
    /// <param name="columns">How many there are, where all hold numbers; otherwise none.</param>
    static bool IsRow(ReadOnlySpan<byte> row, out int columns)
    {
        var tokens = new YoloTokens(row);
        var numbers = 0;
        columns = 0;
        while (tokens.Next())
        {
            var isNumber = XmlText.TryParse(tokens.Text, out double number) || LooksLikeNumber(tokens.Text);
            if (columns == 0 && !(isNumber && number >= 0))
                return false;
            columns++;
            numbers += isNumber ? 1 : 0;
        }

        if (numbers < columns)
            columns = 0;
        return columns > 0;
    }

    // 0,5 and 1e
    static bool LooksLikeNumber(ReadOnlySpan<byte> text) =>
        text.IndexOfAnyExcept(NumberBytes) < 0
        && text.IndexOfAnyInRange((byte)'0', (byte)'9') >= 0
        && text.Count((byte)',') < 2;

    static bool LiesAmongLabels(string path)
    {
        var folder = Path.GetDirectoryName(path) ?? "";
        return folder.Replace('\\', '/').Split('/').Contains("labels")
            || Path.GetFileName(folder) == "obj_train_data"
            || Sources.PackedFile.Exists(Path.Combine(folder, "classes.txt"));
    }

    static FormatMatch DetectDefinition(ReadOnlySpan<byte> head)
    {
        var hasNames = HasKey(head, "names:"u8);
        var hasSplit = HasKey(head, "train:"u8) || HasKey(head, "val:"u8) || HasKey(head, "nc:"u8);
        return hasNames && hasSplit ? new(0.9, "keys 'names' and 'train', 'val' or 'nc'") : FormatMatch.No;
    }

    static bool HasKey(ReadOnlySpan<byte> head, ReadOnlySpan<byte> key)
    {
        for (var at = head.IndexOf(key); at >= 0; )
        {
            if (at == 0 || head[at - 1] == '\n')
                return true;
            var further = head[(at + 1)..].IndexOf(key);
            at = further < 0 ? -1 : at + 1 + further;
        }

        return false;
    }
}
