namespace LabelSpec.LanguageServer.Workspace.Files;

/// <summary>Tells pictures from other files by their names.</summary>
static class PictureFile
{
    static readonly string[] Extensions = [".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif", ".tif", ".tiff"];

    public static bool Is(string path) =>
        Extensions.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);
}
