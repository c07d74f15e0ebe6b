namespace LabelSpec.LanguageServer.Workspace;

/// <summary>A document as the editor holds it.</summary>
/// <param name="Uri">As the client writes it: its spelling is the identity.</param>
/// <param name="Version">Grows with each change; diagnostics say which one they are about.</param>
public sealed record OpenDocument(string Uri, string LanguageId, int Version, DocumentText Text);
