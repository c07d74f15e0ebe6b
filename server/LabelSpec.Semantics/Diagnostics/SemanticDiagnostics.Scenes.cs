using LabelSpec.Grammar.Diagnostics;

namespace LabelSpec.Semantics.Diagnostics;

public static partial class SemanticDiagnostics
{
    // Scenes
    public static readonly DiagnosticDescriptor SceneWithoutImage = new(
        "LS1701",
        "Scene without an image size",
        DiagnosticSeverity.Info
    );
    public static readonly DiagnosticDescriptor ShapeNotAllowed = new(
        "LS1702",
        "Shape that the class does not allow",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor ShapeOutsideImage = new(
        "LS1703",
        "Shape outside the image",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor UnknownSceneName = new(
        "LS1704",
        "Unknown annotation of the scene",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor InvalidGeometry = new(
        "LS1705",
        "Geometry without extent",
        DiagnosticSeverity.Warning
    );
    public static readonly DiagnosticDescriptor FrameGivenTwice = new(
        "LS1706",
        "Frame given twice",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor ContradictoryExpectations = new(
        "LS1707",
        "Expectations contradict each other",
        DiagnosticSeverity.Error
    );

    // Skeletons and quality
    public static readonly DiagnosticDescriptor InvalidEdge = new(
        "LS1801",
        "Edge of a skeleton is wrong",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor SigmaCount = new(
        "LS1802",
        "Sigmas do not fit the points",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor InvalidFlip = new(
        "LS1803",
        "Flip pair is wrong",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor UnknownMetric = new(
        "LS1804",
        "Unknown metric",
        DiagnosticSeverity.Error
    );
    public static readonly DiagnosticDescriptor InvalidThreshold = new(
        "LS1805",
        "Threshold that cannot decide anything",
        DiagnosticSeverity.Warning
    );
}
