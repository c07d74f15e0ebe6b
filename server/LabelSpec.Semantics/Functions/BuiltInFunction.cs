namespace LabelSpec.Semantics.Functions;

/// <summary>The functions of the language. <see cref="FunctionTable"/> holds their signatures.</summary>
public enum BuiltInFunction
{
    Iou,
    Overlap,
    Contains,
    Distance,
    TouchesEdge,
    Tight,
    InsideRegion,
    Covered,
    LeftOf,
    RightOf,
    Above,
    Below,
    AngleBetween,
    Abs,
    Min,
    Max,
    Sqrt,
    Round,
    Length,
    Changes,
    Iou3d,
    IouBev,
    PointsInside,
}
