namespace LabelSpec.Engine.Checks;

/// <summary>Judges annotations by their columns alone, a range of rows at a time. Called from many threads at once.</summary>
public abstract class ColumnCheck(CheckInfo info, CheckContext context) : Check(info, context)
{
    /// <summary>Judges the rows from <paramref name="first"/> up to <paramref name="end"/>.</summary>
    public abstract void Judge(int first, int end, CheckReport report);
}
