namespace LabelSpec.LanguageServer.Workspace;

/// <summary>
/// What one kind of document makes of one version of a text: a tree, an index. Immutable and made anew with each
/// version; it may share with the one before whatever did not change.
/// </summary>
public abstract class DocumentContent;
