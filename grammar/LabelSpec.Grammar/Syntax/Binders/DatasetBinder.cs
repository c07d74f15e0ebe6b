namespace LabelSpec.Grammar.Syntax;

/// <summary><c>dataset</c>: the data as a whole.</summary>
public sealed class DatasetBinder(Place place) : Binder(place);
