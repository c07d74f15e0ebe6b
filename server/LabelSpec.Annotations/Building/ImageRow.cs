using LabelSpec.Annotations.Model;
using LabelSpec.Annotations.Project;
using LabelSpec.Annotations.Sources;

namespace LabelSpec.Annotations.Building;

/// <summary>One image or frame on its way into a <see cref="DatasetPart"/>.</summary>
public struct ImageRow(SourceSpan span)
{
    public SourceSpan Span { get; set; } = span;

    public RecordId Id { get; set; } = RecordId.None;

    /// <summary>As the file spells it; empty for none.</summary>
    public string FileName { get; set; } = "";

    /// <summary>Pixels; 0 where the file declares none.</summary>
    public int Width { get; set; }

    /// <summary>Pixels; 0 where the file declares none.</summary>
    public int Height { get; set; }

    /// <summary>Number in its sequence from 0; −1 for a single picture.</summary>
    public int Frame { get; set; } = -1;

    /// <summary>Name of the video or sequence; null for a single picture.</summary>
    public string? Sequence { get; set; }

    public string? Split { get; set; }

    public ImageState State { get; set; }

    /// <summary>Normalized where the size is not known: coordinates are shares then, of an image of 1 by 1.</summary>
    public CoordinateUnit Unit { get; set; }
}
