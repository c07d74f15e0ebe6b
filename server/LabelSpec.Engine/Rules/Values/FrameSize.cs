namespace LabelSpec.Engine.Rules.Values;

/// <summary>How many variables and buffers the compiled expressions use.</summary>
readonly record struct FrameSize(int Slots, int Buffers);
