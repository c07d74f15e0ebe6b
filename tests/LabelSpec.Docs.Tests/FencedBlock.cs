namespace LabelSpec.Docs.Tests;

/// <summary>A fenced block: its line (from 1), its info string and its lines without the fences.</summary>
public sealed record FencedBlock(int Line, string Info, string[] Lines)
{
    public string Language => Info.Split(' ', 2)[0];
}
