using LabelSpec.LanguageServer.Protocol;

namespace LabelSpec.LanguageServer.Features.Data;

/// <summary>An image as an annotation file names it, and where.</summary>
readonly record struct ImageInData(string Name, Location Location);
