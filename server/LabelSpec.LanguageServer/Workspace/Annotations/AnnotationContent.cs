using LabelSpec.Annotations.Formats;
using LabelSpec.Annotations.Reading;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.LanguageServer.Workspace.Annotations;

/// <summary>The text of an annotation file. What it says depends on other files: see <see cref="TargetAnalysis"/>.</summary>
/// <param name="text">The text as UTF-8.</param>
/// <param name="memory">What reading remembers of the document, over all its versions.</param>
/// <param name="format">Its format, recognised when it was opened.</param>
public sealed class AnnotationContent(EditorText text, ReadMemory memory, IAnnotationFormat format) : DocumentContent
{
    public EditorText Text { get; } = text;

    public ReadMemory Memory { get; } = memory;

    public IAnnotationFormat Format { get; } = format;

    internal AnnotationContent With(EditorText next) => new(next, Memory, Format);
}
