namespace LabelSpec.Quality.Comparison;

/// <summary>Which sides of an image say that there is nothing.</summary>
[Flags]
public enum EmptySides : byte
{
    None = 0,
    Truth = 1,
    Work = 2,
    Both = Truth | Work,
}
