namespace LabelSpec.Reports.Help;

/// <summary>What is known about a rule or code: its title, its page, and where that is published.</summary>
/// <param name="Markdown">The page; for a rule of a guideline its documentation and text.</param>
public sealed record RuleHelp(string Title, string Markdown, Uri? Address = null);
