using LabelSpec.Annotations.Formats.Rows;
using LabelSpec.Annotations.Model;

namespace LabelSpec.Annotations.Formats.OpenImages;

/// <summary>Reads class descriptions: the names of machine-generated ids, with a header or without.</summary>
static class OpenImagesNames
{
    public static void Read(FormatFile file)
    {
        var columns = new List<(int, int)>();
        var lines = new TextLines(file.Bytes);
        while (lines.Next())
        {
            var row = TextRow.Split(lines.Line, (byte)',', columns, lines.Start, file.File);
            if (row.Count >= 2 && !row.Inside(0).SequenceEqual("LabelName"u8))
                file.Part.AddDeclaration(
                    new CategoryDeclaration
                    {
                        Span = row.Span,
                        Id = file.Part.IdOf(row.Text(0)),
                        Name = row.Text(1),
                    }
                );
        }
    }
}
