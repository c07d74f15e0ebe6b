using LabelSpec.Annotations.Model;

namespace LabelSpec.Engine.Rules.Values;

// One delegate for each kind of value, so that nothing is boxed. Every kind has a value that stands for unknown.

delegate Truth TruthOf(Frame frame);

/// <summary>Unknown is NaN: arithmetic passes it on by itself, and a NaN that a file holds is as unknown as nothing.</summary>
delegate double NumberOf(Frame frame);

/// <summary>A value of an enum, a class or a kind of shape, as a number; −1 is unknown.</summary>
delegate int CodeOf(Frame frame);

/// <summary>Null is unknown.</summary>
delegate string? TextOf(Frame frame);

/// <summary><see cref="RecordId.None"/> is unknown.</summary>
delegate RecordId IdOf(Frame frame);

/// <summary>The row of an annotation, image, track or group (by its first annotation); −1 is missing.</summary>
delegate int RowOf(Frame frame);

delegate PointValue PointOf(Frame frame);

/// <summary>The codes of a set's elements; false where the set is unknown.</summary>
delegate bool SetOf(Frame frame, out ReadOnlySpan<int> codes);
