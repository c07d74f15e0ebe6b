namespace LabelSpec.Reports.Help;

/// <summary>Finds the documentation of a rule or of a code.</summary>
public interface IRuleHelp
{
    RuleHelp? Find(string topic);
}
