namespace LabelSpec.Quality.Comparison;

/// <summary>Makes of the annotations of one side and pool what is assigned as one.</summary>
interface IUnitBuilder
{
    List<ShapeUnit> Build(List<ComparedShape> shapes, IPainting? painting);
}
