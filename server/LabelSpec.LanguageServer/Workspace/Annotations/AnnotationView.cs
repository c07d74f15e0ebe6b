using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Sources;
using LabelSpec.Engine.Findings;
using LabelSpec.LanguageServer.Protocol;
using LabelSpec.Semantics.Symbols.Classes;
using Range = LabelSpec.LanguageServer.Protocol.Range;

namespace LabelSpec.LanguageServer.Workspace.Annotations;

/// <summary>One annotation file with everything that was found in it: what features answer from.</summary>
public sealed class AnnotationView
{
    public AnnotationView(string path, TargetAnalysis analysis)
    {
        (Path, Analysis) = (path, analysis);
        FileIndex = analysis.FileOf(path);
    }

    public string Path { get; }

    public TargetAnalysis Analysis { get; }

    public Dataset Dataset => Analysis.Dataset;

    /// <summary>The number of the file in the data set; −1 where no reader took it.</summary>
    public int FileIndex { get; }

    public SourceFile? File => FileIndex < 0 ? null : Dataset.Files[FileIndex];

    public IAnnotationFormat? Format => File?.Format;

    public FindingList Findings => Analysis.In(Path);

    /// <summary>The byte at a position of the text.</summary>
    public long OffsetOf(Position position) =>
        File?.OffsetOf(new SourcePosition(position.Line + 1, position.Character + 1)) ?? 0;

    public Position PositionOf(long offset) =>
        File is { } file ? Place(file.PositionOf(offset).Line, file.PositionOf(offset).Column) : default;

    public Range RangeOf(SourceSpan span) => new(PositionOf(span.Start), PositionOf(span.End));

    public static Range RangeOf(Engine.Findings.Location location) =>
        new(Place(location.Line, location.Column), Place(location.EndLine, location.EndColumn));

    /// <summary>The rows of the file's images, in file order.</summary>
    public IEnumerable<int> Images
    {
        get
        {
            for (var image = 0; image < Dataset.Images.Count; image++)
                if (Dataset.Images.FileOf(image) == FileIndex)
                    yield return image;
        }
    }

    /// <summary>The innermost element around a byte; null where there is none.</summary>
    public Element? ElementAt(long offset)
    {
        Element? best = null;
        var length = int.MaxValue;
        var annotations = Dataset.Annotations;
        for (var row = 0; row < annotations.Count; row++)
            Consider(Element.Annotation(row), annotations.SpanOf(row));
        for (var image = 0; image < Dataset.Images.Count; image++)
            Consider(Element.Image(image), Dataset.Images.SpanOf(image));
        for (var declaration = 0; declaration < Dataset.Categories.Declarations.Length; declaration++)
            Consider(Element.CategoryDeclaration(declaration), Dataset.Categories.Declarations[declaration].Span);
        return best;

        void Consider(Element element, SourceSpan span)
        {
            if (span.File != FileIndex || offset < span.Start || offset > span.End || span.Length >= length)
                return;
            (best, length) = (element, span.Length);
        }
    }

    /// <summary>The image that an element belongs to; −1 where it belongs to none.</summary>
    public int ImageOf(Element element) =>
        element.Kind switch
        {
            ElementKind.Image => element.Index,
            ElementKind.Annotation => Dataset.Annotations.Images[element.Index],
            _ => -1,
        };

    /// <summary>Where a value of an element stands; none where the file does not hold it.</summary>
    public SourceSpan Locate(Element element, Field field)
    {
        var span = Dataset.Locate(element, field);
        return field.Kind != FieldKind.Whole && span == Dataset.SpanOf(element) ? SourceSpan.None : span;
    }

    /// <summary>Whether a value of an element stands around a byte.</summary>
    public bool IsAt(Element element, Field field, long offset, out SourceSpan span)
    {
        span = Locate(element, field);
        return !span.IsNone && span.File == FileIndex && offset >= span.Start && offset <= span.End;
    }

    /// <summary>The guideline's class of a category; null where it has none.</summary>
    public ClassSymbol? ClassOf(int category) =>
        category < 0 ? null : Analysis.Guideline?.FindClassByLabel(Dataset.Categories.NameOf(category));

    static Position Place(int line, long column) => new(line - 1, (int)Math.Min(int.MaxValue, column - 1));
}
