using LabelSpec.Annotations.Project;

namespace LabelSpec.Annotations.Model;

/// <summary>How the coordinates of some files were understood, for formats that several tools write differently.</summary>
/// <param name="Format">Id of the format.</param>
/// <param name="Folder">Absolute path of the folder whose files were understood so.</param>
/// <param name="Origin">Coordinate of the first pixel, 0 or 1.</param>
/// <param name="Edges">What the far edges of boxes mean.</param>
/// <param name="IsDeclared">The user said so; otherwise it follows from <paramref name="Evidence"/>.</param>
/// <param name="Evidence">What speaks for it, for people.</param>
public sealed record CoordinateConvention(
    string Format,
    string Folder,
    int Origin,
    BoxEdges Edges,
    bool IsDeclared,
    string Evidence
);
