namespace LabelSpec.Annotations.Formats;

/// <summary>A value inside an <see cref="Element"/>, to be located in the source.</summary>
/// <param name="Name">Of the attribute; empty for other kinds.</param>
/// <param name="Index">Of the box number, part, keypoint, run or edge, from 0.</param>
/// <param name="Vertex">Of the vertex in its part, from 0.</param>
public readonly record struct Field(FieldKind Kind, string Name = "", int Index = 0, int Vertex = 0)
{
    public static Field Whole => new(FieldKind.Whole);
    public static Field Id => new(FieldKind.Id);
    public static Field Image => new(FieldKind.Image);
    public static Field Category => new(FieldKind.Category);
    public static Field Box => new(FieldKind.Box);
    public static Field Area => new(FieldKind.Area);
    public static Field Segmentation => new(FieldKind.Segmentation);
    public static Field Crowd => new(FieldKind.Crowd);
    public static Field Score => new(FieldKind.Score);
    public static Field Extent => new(FieldKind.Extent);
    public static Field NotFinite => new(FieldKind.NotFinite);
    public static Field MaskSize => new(FieldKind.MaskSize);
    public static Field KeypointCount => new(FieldKind.KeypointCount);

    public static Field BoxPart(int index) => new(FieldKind.BoxPart, Index: index);

    public static Field Part(int part) => new(FieldKind.Part, Index: part);

    public static Field VertexOf(int part, int vertex) => new(FieldKind.Vertex, Index: part, Vertex: vertex);

    public static Field Keypoint(int index) => new(FieldKind.Keypoint, Index: index);

    public static Field KeypointVisibility(int index) => new(FieldKind.KeypointVisibility, Index: index);

    public static Field MaskRuns(int run = -1) => new(FieldKind.MaskRuns, Index: run);

    public static Field SkeletonEdge(int index) => new(FieldKind.SkeletonEdge, Index: index);

    public static Field Attribute(string name) => new(FieldKind.Attribute, name);
}
