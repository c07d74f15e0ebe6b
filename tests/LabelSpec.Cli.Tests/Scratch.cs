namespace LabelSpec.Cli.Tests;

/// <summary>A folder of its own for a test that writes files; gone afterwards.</summary>
sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("labelspec-test-").FullName;

    public string this[string name] => Path.Combine(Folder, name);

    public void Write(string name, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(this[name])!);
        File.WriteAllText(this[name], text);
    }

    public void Copy(string fixture, string name) => Write(name, File.ReadAllText(fixture));

    public Outcome Run(params string[] arguments) =>
        new Labelspec.Invocation { Arguments = arguments, Folder = Folder }.Run();

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
