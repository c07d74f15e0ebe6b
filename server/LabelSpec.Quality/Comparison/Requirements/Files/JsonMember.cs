namespace LabelSpec.Quality.Comparison;

/// <param name="Start">Offset of the name in the file.</param>
sealed record JsonMember(string Name, int Start, JsonPart Value);
