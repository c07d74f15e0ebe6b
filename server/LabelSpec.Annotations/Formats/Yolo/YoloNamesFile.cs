using LabelSpec.Annotations.Building;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Formats.Yolo;

/// <summary>Reads <c>classes.txt</c> and <c>obj.names</c>: one class name on each line.</summary>
static class YoloNamesFile
{
    public static YoloDefinition Read(SourceFile source, int file, DatasetPart part)
    {
        var names = new List<string?>();
        if (SourceCheck.TryLoad(source, file, part.Problems, CancellationToken.None, out var bytes))
        {
            var rows = new YoloRows(bytes.From(0));
            while (rows.Next())
            {
                var name = System.Text.Encoding.UTF8.GetString(rows.Row);
                part.AddDeclaration(
                    new()
                    {
                        Span = new(file, rows.Start, rows.Row.Length),
                        Id = part.IdOf(names.Count),
                        Name = name,
                    }
                );
                names.Add(name);
            }
        }

        return new()
        {
            File = file,
            Folder = Path.GetDirectoryName(source.FullPath) ?? "",
            Names = [.. names],
            ClassCount = names.Count,
        };
    }
}
