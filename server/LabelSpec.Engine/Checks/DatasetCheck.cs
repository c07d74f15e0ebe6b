namespace LabelSpec.Engine.Checks;

/// <summary>Judges the data as a whole, once.</summary>
public abstract class DatasetCheck(CheckInfo info, CheckContext context) : Check(info, context)
{
    public abstract void Judge(CheckReport report);
}
