using System.Text.Json;
using LabelSpec.Engine.Findings;

namespace LabelSpec.Reports.Sarif;

/// <summary>Files and regions of files.</summary>
static class SarifLocations
{
    /// <summary>The symbolic name of the folder that relative paths start from.</summary>
    public const string RootName = "PROJECTROOT";

    public static void WritePhysical(Utf8JsonWriter json, Location location)
    {
        json.WriteStartObject("physicalLocation");
        WriteArtifact(json, "artifactLocation", location.File);
        json.WriteStartObject("region");
        json.WriteNumber("startLine", location.Line);
        json.WriteNumber("startColumn", location.Column);
        json.WriteNumber("endLine", location.EndLine);
        json.WriteNumber("endColumn", location.EndColumn);
        json.WriteNumber("byteOffset", location.Start);
        json.WriteNumber("byteLength", location.End - location.Start);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    public static void WriteArtifact(Utf8JsonWriter json, string name, string path)
    {
        json.WriteStartObject(name);
        if (Path.IsPathRooted(path))
        {
            json.WriteString("uri", FileUri(path));
        }
        else
        {
            json.WriteString("uri", Escaped(path));
            json.WriteString("uriBaseId", RootName);
        }

        json.WriteEndObject();
    }

    public static string FolderUri(string path)
    {
        var uri = FileUri(Path.GetFullPath(path));
        return uri.EndsWith('/') ? uri : uri + "/";
    }

    static string FileUri(string path)
    {
        var escaped = Escaped(path);
        return escaped.StartsWith('/') ? "file://" + escaped : "file:///" + escaped;
    }

    // Backslashes separate folders on Windows only; elsewhere they are characters of a name.
    static string Escaped(string path)
    {
        var unified = Path.DirectorySeparatorChar == '\\' ? path.Replace('\\', '/') : path;
        return string.Join('/', unified.Split('/').Select(EscapedSegment));
    }

    static string EscapedSegment(string segment) =>
        segment is [var drive, ':'] && char.IsAsciiLetter(drive) ? segment : Uri.EscapeDataString(segment);
}
