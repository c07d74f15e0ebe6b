namespace LabelSpec.LanguageServer.Features.Completion;

/// <summary>What is offered before what.</summary>
static class Ranks
{
    public const int Expected = 0;
    public const int Local = 1;
    public const int Attribute = 2;
    public const int Member = 3;
    public const int Declared = 4;
    public const int Function = 5;
    public const int Word = 6;
}
