namespace LabelSpec.LanguageServer.Protocol.Custom;

public sealed record PictureParams(
    TextDocumentIdentifier TextDocument,
    Position? Position = null,
    string? Image = null,
    int? Index = null
) : IDocumentParams;

public sealed record PictureImage
{
    public required string Name { get; init; }
    public string? Id { get; init; }
    public string? Uri { get; init; }
    public string? Missing { get; init; }
    public required double Width { get; init; }
    public required double Height { get; init; }
    public int? ActualWidth { get; init; }
    public int? ActualHeight { get; init; }
    public int? Unturned { get; init; }
    public Range? Range { get; init; }
}

public sealed record ShapeBox(double Left, double Top, double Width, double Height);

public sealed record ShapeRing(IReadOnlyList<double> Points, bool Hole);

public sealed record ShapeKeypoint(string? Name, double X, double Y, int Visibility);

public sealed record ShapeMask(int Width, int Height, IReadOnlyList<uint> Counts);

public sealed record ShapeAttribute(string Name, string Value, Range? Range);

public sealed record PictureShape
{
    public required int Index { get; init; }
    public string? Id { get; init; }
    public string? Class { get; init; }
    public required string Color { get; init; }
    public required string Kind { get; init; }
    public required Range Range { get; init; }
    public required string Label { get; init; }
    public required IReadOnlyList<ShapeAttribute> Attributes { get; init; }
    public ShapeBox? Box { get; init; }
    public double? Angle { get; init; }
    public IReadOnlyList<ShapeRing>? Rings { get; init; }
    public IReadOnlyList<double>? Points { get; init; }
    public IReadOnlyList<ShapeKeypoint>? Keypoints { get; init; }
    public IReadOnlyList<int>? Edges { get; init; }
    public ShapeMask? Mask { get; init; }
    public IReadOnlyList<double>? Corners { get; init; }
    public double? Score { get; init; }
    public string? Track { get; init; }
    public bool? Crowd { get; init; }
    public string? Text { get; init; }
}

public sealed record PictureFinding : ShownFinding
{
    public PictureFinding() { }

    [System.Diagnostics.CodeAnalysis.SetsRequiredMembers]
    public PictureFinding(ShownFinding finding)
        : base(finding) { }

    public int? Shape { get; init; }
    public IReadOnlyList<int> RelatedShapes { get; init; } = [];
}

public sealed record Picture
{
    public required string Uri { get; init; }
    public int? Version { get; init; }
    public required int Index { get; init; }
    public required int Count { get; init; }
    public int? PreviousWithFindings { get; init; }
    public int? NextWithFindings { get; init; }
    public required PictureImage Image { get; init; }
    public int? Selected { get; init; }
    public required IReadOnlyList<PictureShape> Shapes { get; init; }
    public required IReadOnlyList<PictureFinding> Findings { get; init; }
}

public sealed record PictureChangedParams(string Uri, int? Version, IReadOnlyList<string>? Images);
