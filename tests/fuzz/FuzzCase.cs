namespace LabelSpec.Fuzz.Tests;

/// <summary>A file to try: its name tells some readers what it is and what lies beside it.</summary>
/// <param name="Path">Where the file that it was made from lies; the bytes there are not these.</param>
public sealed record FuzzCase(string Path, byte[] Bytes);
