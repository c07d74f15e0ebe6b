namespace LabelSpec.LanguageServer.Features;

/// <summary>A method that the server answers.</summary>
/// <param name="ContentTypes">The kinds of documents that it is answered for; empty where it is not about a document.</param>
public sealed record AnnouncedMethod(string Method, IReadOnlyCollection<Type> ContentTypes);
